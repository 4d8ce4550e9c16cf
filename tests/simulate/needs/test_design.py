import numpy as np
import pytest

from model.instance import Instance
from model.services import LawKind
from simulate.needs.design import FIRST_DESIGN_DAY, days_of, draw_samples, offered_load, slot_index, slots_of
from simulate.rows import demand_rows
from simulate.ticks import per_minute

DESK = [1, 2]


def test_slots_are_those_of_the_opening_sessions(bureau: Instance) -> None:
    day = bureau.settings.run.dates[0]
    slots = slots_of(bureau, "N", day)
    assert len(slots) == 8 + 6
    assert (slots[7].end, slots[8].start) == (720, 780)
    assert slot_index(bureau, slots, np.array([480, 509, 510, 730, 785]) * 60).tolist() == [0, 0, 1, 7, 8]


def test_design_days_are_days_no_run_uses(bureau: Instance) -> None:
    assert FIRST_DESIGN_DAY > 100_000
    day = bureau.settings.run.dates[0]
    first, other = draw_samples(bureau, demand_rows(bureau, {"N"}), day, 1, range(2))
    assert not np.array_equal(first.visits.arrival, other.visits.arrival)


def test_only_the_citizens_of_the_skill_come_and_all_of_them(bureau: Instance) -> None:
    day = bureau.settings.run.dates[0]
    samples = draw_samples(bureau, demand_rows(bureau, {"N"}), day, 1, range(3))
    days = list(days_of(bureau, "N", day, samples, DESK))
    assert len(days) == 3
    for sample, one in zip(samples, days, strict=True):
        assert set(one.service.tolist()) <= set(DESK)
        assert len(one.service) == np.isin(sample.visits.service, DESK).sum()
        assert (np.diff(one.plan.join) >= 0).all()
        assert sorted(one.plan.work) == sorted(sample.visits.work[np.isin(sample.visits.service, DESK)])


def test_the_offered_load_is_work_brought_per_minute(bureau: Instance) -> None:
    day = bureau.settings.run.dates[0]
    samples = draw_samples(bureau, demand_rows(bureau, {"N"}), day, 1, range(60))
    days = list(days_of(bureau, "N", day, samples, [0]))
    join = np.concatenate([one.plan.join for one in days])
    work = np.concatenate([one.plan.work for one in days])
    load = offered_load(bureau, slots_of(bureau, "N", day), join, work, 60)
    assert bureau.services["land"].minutes.popitem()[1].kind is LawKind.LOGNORMAL
    expected = 60 * 1.2 * 14 / 420
    assert load[3:8] == pytest.approx(expected, rel=0.1)
    assert load[0] < load[3]
    assert (load[0:8].sum() + load[8:].sum()) * 30 * 60 * per_minute(bureau.settings) == pytest.approx(
        work.sum(), rel=0.08
    )
