from dataclasses import replace

import numpy as np
import pytest

from model.clock import Interval
from model.demand import ProfileSlot
from model.instance import Instance
from model.services import Target
from model.staff import Skill
from simulate.needs.design import draw_samples, slots_of
from simulate.needs.skill_days import SkillDays, mean_speed, skill_days
from simulate.needs.trial import SkillTrial
from simulate.rows import demand_rows


def gathered(bureau: Instance, skill: str, days: int = 10) -> SkillDays:
    day = bureau.settings.run.dates[0]
    samples = draw_samples(bureau, demand_rows(bureau, {"N"}), day, 1, range(days))
    return skill_days(bureau, "N", skill, day, slots_of(bureau, "N", day), samples, margin=0.0, fewest=20)


def trial(bureau: Instance, days: SkillDays) -> SkillTrial:
    return SkillTrial(bureau, "N", slots_of(bureau, "N", bureau.settings.run.dates[0]), days)


def test_nobody_is_needed_where_nobody_comes(bureau: Instance) -> None:
    morning = replace(bureau.demand, profiles={"*": (ProfileSlot(Interval(480, 600), 1.0),)})
    days = gathered(replace(bureau, demand=morning), "desk")
    assert days.floor[:4] == (1, 1, 1, 1)
    assert set(days.floor[4:]) == {0}
    assert days.start[8:] == (0,) * 6


def test_a_skill_nobody_comes_for_has_no_days(bureau: Instance) -> None:
    without = replace(bureau, demand=replace(bureau.demand, rows=bureau.demand.rows[1:]))
    days = gathered(without, "land")
    assert days.days == ()
    assert set(days.start) == {0}
    assert trial(without, days)(days.start).kept


def test_quicker_people_carry_more(bureau: Instance) -> None:
    quick = {
        code: replace(one, skills={name: Skill(name, speed=2.0) for name in one.skills})
        for code, one in bureau.staff.items()
    }
    twice = gathered(replace(bureau, staff=quick), "land")
    assert mean_speed(bureau, "K", "land") == 1.0
    assert twice.speed == 2.0
    assert twice.load == pytest.approx(gathered(bureau, "land").load / 2)


def test_more_staff_waits_less_and_a_staffing_is_played_once(bureau: Instance) -> None:
    days = gathered(bureau, "land")
    attempt = trial(bureau, days)
    few, many = attempt((2,) * 14), attempt((6,) * 14)
    assert not few.kept
    assert many.kept
    assert min(few.slack) < min(many.slack)
    attempt((6,) * 14)
    assert attempt.played == 2


def test_nobody_on_duty_serves_nobody(bureau: Instance) -> None:
    days = gathered(bureau, "land")
    assert trial(bureau, days)((0,) * 14).slack == pytest.approx((-0.9,) * 14)


def test_services_of_one_skill_keep_their_own_promises(bureau: Instance) -> None:
    strict = replace(bureau.services["seal"], target=Target(0.99, 1.0))
    days = gathered(replace(bureau, services={**bureau.services, "seal": strict}), "desk")
    assert sorted(np.unique(days.cells.within)) == [1.0, 15.0]
