"""A small branch with invented staff and a week with a holiday, a leave and a make-up Saturday."""

from datetime import date
from pathlib import Path

import pytest

from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Demand
from model.figures import Name
from model.instance import Attendance, Instance
from model.labour import Labour, LabourFigure, LabourRule
from model.merger import AttendRule
from model.requirement import Need, Requirement
from model.roster import Assignment, Roster
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RunSettings, Settings
from model.shifts import Shift
from model.staff import Leave, Person, Skill
from model.workdays import Calendar, CalendarDay, DayKind, days_of_week
from reports.roster_book.book import Book
from reports.roster_book.write import write_book

WEEK = days_of_week("2026-W48")
HOLIDAY, MAKE_UP = WEEK[1], WEEK[5]
NAMES = ("Trần Văn Đức", "Phạm Quỳnh Như", "Nguyễn Thị Hằng", "Lê Hữu Ước", "Đặng Thuỷ Ngân", "Vũ Đình Khuê")


def _services() -> dict[str, Service]:
    minutes = {VisitType.SUBMIT: Law(LawKind.EXPONENTIAL, mean=8)}
    return {one: Service(one, Name(one, one), one, Level.DISTRICT, one, minutes) for one in ("land", "civil")}


def _shifts() -> dict[str, Shift]:
    noon = (Interval(720, 780),)
    return {
        "C": Shift("C", Name("Cả ngày", "Full day"), Interval(480, 1020), noon),
        "S": Shift("S", Name("Sáng", "Morning"), Interval(480, 720)),
        "CH": Shift("CH", Name("Chiều", "Afternoon"), Interval(780, 1020)),
    }


def _labour() -> Labour:
    values = (8, 40, 12, 24, 6, 30, 60, 0)
    pairs = zip((rule for rule in LabourRule if rule.always), values, strict=True)
    return Labour({rule: LabourFigure(value, "Điều 105") for rule, value in pairs})


def _calendar() -> Calendar:
    days = (
        CalendarDay(HOLIDAY, DayKind.HOLIDAY, "Ngày Văn hóa Việt Nam", "official", "test"),
        CalendarDay(MAKE_UP, DayKind.MAKE_UP, "", "official", "test"),
    )
    return Calendar({day.date: day for day in days})


def make_instance() -> Instance:
    """Return a branch of six people, three counters and two skills."""
    sessions = (Interval(480, 720), Interval(780, 1020))
    opening = {weekday: sessions for weekday in range(5)}
    skills = {"land": Skill("land"), "civil": Skill("civil")}
    people = {
        f"NV{place:03d}": Person(f"NV{place:03d}", name, "CN04", skills, 2400, "C")
        for place, name in enumerate(NAMES, start=1)
    }
    return Instance(
        name=Name("Chi nhánh số 4", "Branch 4"),
        settings=Settings(30, opening, Target(0.9, 15), RunSettings(WEEK, 3, 7)),
        calendar=_calendar(),
        services=_services(),
        units={},
        demand=Demand((), {}, {}, {}, {}),
        sites={"CN04": Site("CN04", "Chi nhánh số 4", "", 21.0, 105.8)},
        counters={
            f"CN04-Q{place}": Counter(f"CN04-Q{place}", "CN04", frozenset({"land", "civil"})) for place in (1, 2, 10)
        },
        staff=people,
        shifts=_shifts(),
        labour=_labour(),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
        leave=(Leave("NV002", WEEK[3], WEEK[4], "annual"),),
    )


def make_roster(instance: Instance) -> Roster:
    """Return a roster of the week: full days, one morning and one afternoon."""
    counters = list(instance.counters)
    rows = [
        Assignment(day, person, {4: "S", 5: "CH"}.get(place, "C"), counters[place] if place < 3 else "")
        for day in WEEK
        if instance.opening("CN04", day)
        for place, person in enumerate(instance.staff)
        if not instance.on_leave(person, day) and not (place == 3 and day == WEEK[0])
    ]
    return Roster(WEEK, tuple(sorted(rows)))


def make_requirement(day: date) -> Requirement:
    """Return a need of four in the morning and six in the afternoon of one date."""
    needs = (
        Need(day, Interval(480, 510), "land", 3),
        Need(day, Interval(480, 510), "civil", 1),
        Need(day, Interval(510, 540), "land", 2),
        Need(day, Interval(780, 810), "land", 6),
    )
    return Requirement("CN04", needs, "test", 1)


@pytest.fixture(scope="session")
def instance() -> Instance:
    return make_instance()


@pytest.fixture(scope="session")
def book(instance: Instance) -> Book:
    return Book(instance, "CN04", make_roster(instance), WEEK, 3, "vi", make_requirement(WEEK[0]))


@pytest.fixture(scope="session")
def written(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the workbook of the book, written once: tests read it and save what they edit elsewhere."""
    return write_book(tmp_path_factory.mktemp("book") / "lich.xlsx", book)
