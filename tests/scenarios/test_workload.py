from dataclasses import replace

import pytest

from model.demand import Channels
from model.instance import Instance
from model.services import VisitType
from scenarios.workload import minutes_per_dossier, work_minutes


def with_channels(town: Instance, channels: Channels) -> Instance:
    return replace(town, demand=replace(town.demand, channels={"*": channels}))


def test_work_counts_every_visit_in_person(town: Instance) -> None:
    ways = Channels("*", online_share=0.5, collect_ratio=0.4, appointment_share=0.5, no_show_share=0.2)
    assert minutes_per_dossier(with_channels(town, ways), "paper") == pytest.approx(6 * (0.5 * 0.9 + 0.4))


def test_a_visit_without_a_law_takes_no_time(town: Instance) -> None:
    assert VisitType.GUIDE not in town.services["paper"].minutes
    assert minutes_per_dossier(with_channels(town, Channels("*", guide_ratio=3)), "paper") == pytest.approx(6)


def test_work_lands_where_people_attend(town: Instance) -> None:
    effort = {code: minutes_per_dossier(town, code) for code in town.services}
    work = work_minutes(town)
    assert work["A"] == pytest.approx(24 * effort["paper"])
    assert work["D"] == pytest.approx(2 * 5 * effort["land"])
    assert work["E"] == pytest.approx(5 * effort["land"] + 12 * effort["tax"])
    assert set(work) == set(town.sites)
