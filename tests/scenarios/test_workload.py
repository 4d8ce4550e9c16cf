import pytest

from model.demand import Channels
from model.instance import Instance
from model.services import VisitType
from scenarios.workload import channels, minutes_per_dossier, work_minutes


def test_work_counts_every_visit_in_person(town: Instance) -> None:
    paper = town.services["paper"]
    ways = Channels("paper", online_share=0.5, collect_ratio=0.4, appointment_share=0.5, no_show_share=0.2)
    assert minutes_per_dossier(paper, ways) == pytest.approx(6 * (0.5 * 0.9 + 0.4))
    assert VisitType.GUIDE not in paper.minutes
    assert minutes_per_dossier(paper, Channels("paper", guide_ratio=3)) == pytest.approx(6)


def test_work_lands_where_people_attend(town: Instance) -> None:
    effort = {code: minutes_per_dossier(one, channels(town, code)) for code, one in town.services.items()}
    work = work_minutes(town)
    assert work["A"] == pytest.approx(24 * effort["paper"])
    assert work["D"] == pytest.approx(2 * 5 * effort["land"])
    assert work["E"] == pytest.approx(5 * effort["land"] + 12 * effort["tax"])
    assert set(work) == set(town.sites)
