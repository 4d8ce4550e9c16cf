"""A bare administration around published staff and shifts: one site that never closes, with a seat for everybody.

No law of ours binds there: every labour figure is set where it cannot be reached, and only what the instance prices
has a price.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date

from model.centre import Counter, Site
from model.clock import MINUTES_PER_DAY, Interval
from model.demand import Demand
from model.figures import Name
from model.instance import Attendance, Instance
from model.labour import Labour, LabourFigure, LabourRule
from model.merger import AttendRule
from model.pattern import Pattern
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RosterPrices, RunSettings, Settings
from model.shifts import Shift
from model.staff import Leave, Person, Skill, Wish
from model.workdays import Calendar, CalendarDay, DayKind

SITE, SKILL = "floor", "work"
FREE = {
    LabourRule.MAX_HOURS_DAY: 24.0,
    LabourRule.MAX_HOURS_WEEK: 168.0,
    LabourRule.REST_BETWEEN_SHIFTS_HOURS: 0.0,
    LabourRule.WEEKLY_REST_HOURS: 0.0,
    LabourRule.BREAK_AFTER_HOURS: 24.0,
    LabourRule.BREAK_MINUTES: 0.0,
}
# Whatever price a workspace may have: here only wishes have one.
WISHES_ONLY = RosterPrices(**{**dict.fromkeys((one.name for one in fields(RosterPrices)), 0), "wish": 1})


def floor(
    people: Mapping[str, Pattern],
    shifts: Mapping[str, Shift],
    dates: Sequence[date],
    *,
    leave: Sequence[Leave] = (),
    wishes: Sequence[Wish] = (),
) -> Instance:
    """Return the administration; everybody holds the one skill and finds a free counter."""
    whole_day = (Interval(0, MINUTES_PER_DAY),)
    name = Name(SITE, SITE)
    return Instance(
        name=name,
        settings=Settings(
            slot_minutes=30,
            opening=dict.fromkeys(range(7), whole_day),
            target=Target(0.0, 0.0),
            run=RunSettings(tuple(dates)),
            prices=WISHES_ONLY,
            min_present=0,
        ),
        calendar=Calendar(
            {day: CalendarDay(day, DayKind.WORKING, "", "official", "") for day in dates if day.weekday() >= 5}
        ),
        services={
            SKILL: Service(SKILL, name, SKILL, Level.CITY, SKILL, {VisitType.SUBMIT: Law(LawKind.DETERMINISTIC, 1.0)})
        },
        units={},
        demand=Demand((), {}, {}, {}, {}),
        sites={SITE: Site(SITE, SITE, "", 0.0, 0.0)},
        counters={f"seat {at}": Counter(f"seat {at}", SITE, frozenset({SKILL})) for at in range(1, len(people) + 1)},
        staff={one: Person(one, one, SITE, {SKILL: Skill(SKILL)}, 7 * MINUTES_PER_DAY, "") for one in people},
        shifts=dict(shifts),
        labour=Labour({rule: LabourFigure(FREE.get(rule, 0.0), "") for rule in LabourRule if rule.always}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
        leave=tuple(leave),
        wishes=tuple(wishes),
        patterns=dict(people),
    )
