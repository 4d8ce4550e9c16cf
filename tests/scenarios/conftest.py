"""A small invented town: two districts, three communes, five desks, eight people."""

from datetime import date

import pytest

from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Channels, Demand, DemandRow, ProfileSlot
from model.figures import Name
from model.geography import Unit
from model.instance import Attendance, Instance
from model.labour import Labour, LabourFigure, LabourRule
from model.merger import AttendRule
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RunSettings, Settings
from model.shifts import Shift
from model.staff import Leave, Person, Skill
from model.workdays import Calendar

DATES = (date(2026, 11, 23), date(2026, 11, 24))
MORNING, AFTERNOON = Interval(480, 720), Interval(780, 1020)


def _service(code: str, level: Level, skill: str, minutes: float) -> Service:
    law = Law(LawKind.LOGNORMAL, mean=minutes, cv=0.7)
    return Service(code, Name(code, code), "f", level, skill, {VisitType.SUBMIT: law, VisitType.COLLECT: law})


def _person(code: str, site: str, *skills: str) -> Person:
    return Person(code, f"Nguyễn Văn {code}", site, {one: Skill(one) for one in skills}, 2400, "HC")


def _labour() -> Labour:
    figures = {
        LabourRule.MAX_HOURS_DAY: 8,
        LabourRule.MAX_HOURS_WEEK: 40,
        LabourRule.REST_BETWEEN_SHIFTS_HOURS: 12,
        LabourRule.WEEKLY_REST_HOURS: 24,
        LabourRule.BREAK_AFTER_HOURS: 6,
        LabourRule.BREAK_MINUTES: 30,
        LabourRule.CHILD_REST_MINUTES_DAY: 60,
        LabourRule.MAX_OVERTIME_HOURS_PREGNANT: 0,
    }
    return Labour({rule: LabourFigure(value, "LC 2019") for rule, value in figures.items()})


@pytest.fixture
def town() -> Instance:
    """Return the town; each test gets its own copy."""
    units = [
        Unit("d1", "d1", 21.00, 105.80, 0),
        Unit("d2", "d2", 21.10, 105.80, 0),
        Unit("c1", "c1", 21.01, 105.80, 9000, "d1", 4.0),
        Unit("c2", "c2", 21.03, 105.82, 7000, "d1", 4.0),
        Unit("c3", "c3", 21.11, 105.79, 5000, "d2", 9.0),
    ]
    sites = [
        Site("A", "A", "c1", 21.01, 105.80),
        Site("B", "B", "c2", 21.03, 105.82),
        Site("C", "C", "c3", 21.11, 105.79),
        Site("D", "D", "d1", 21.00, 105.80),
        Site("E", "E", "", 21.05, 105.80),
    ]
    services = [
        _service("paper", Level.COMMUNE, "paper", 6),
        _service("land", Level.DISTRICT, "land", 20),
        _service("tax", Level.CITY, "tax", 10),
    ]
    counters = [Counter(f"{site}1", site, frozenset({"paper"})) for site in "ABC"]
    counters += [Counter(f"D{number}", "D", frozenset({"paper", "land"})) for number in (1, 2)]
    counters += [Counter("E1", "E", frozenset({"tax", "land"}))]
    staff = [_person(f"N{site}{number}", site, "paper") for site in "ABC" for number in (1, 2)]
    staff += [_person("ND1", "D", "land", "paper"), _person("NE1", "E", "tax", "land")]
    amounts = {"paper": 24.0, "land": 5.0, "tax": 4.0}
    return Instance(
        name=Name("Thị trấn", "Town"),
        settings=Settings(
            30,
            dict.fromkeys(range(5), (MORNING, AFTERNOON)),
            Target(0.9, 15),
            RunSettings(DATES, replications=3, seed=7),
        ),
        calendar=Calendar({}),
        services={one.id: one for one in services},
        units={one.code: one for one in units},
        demand=Demand(
            tuple(DemandRow(unit, code, amount) for unit in ("c1", "c2", "c3") for code, amount in amounts.items()),
            {"*": Channels("*", online_share=0.25, collect_ratio=0.5)},
            {"*": (ProfileSlot(MORNING, 0.6), ProfileSlot(AFTERNOON, 0.4))},
            {},
            {},
        ),
        sites={one.id: one for one in sites},
        counters={one.id: one for one in counters},
        staff={one.id: one for one in staff},
        shifts={"HC": Shift("HC", Name("Hành chính", "Office"), Interval(480, 1020), (Interval(720, 780),))},
        labour=_labour(),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
        leave=(Leave("NA1", DATES[0], DATES[0], "annual"),),
    )
