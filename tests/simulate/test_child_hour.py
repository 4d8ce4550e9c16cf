"""The free hour for a child under 12 months, cut out of the work."""

from dataclasses import replace
from datetime import date

import pytest

from model.absence import Absence, ChildHour
from model.index import index_sites
from model.labour import Labour, LabourFigure, LabourRule
from model.staff import Limit, LimitKind
from simulate.child_hour import shortened
from simulate.duties import duties


def words(work):
    return " ".join(map(str, work))


@pytest.mark.parametrize(
    ("how", "minutes", "left"),
    [
        (ChildHour.LATE_START, 60, "09:00-12:00 13:00-17:00"),
        (ChildHour.EARLY_END, 60, "08:00-12:00 13:00-16:00"),
        # Both stretches are four hours long: the first one's middle is 10:00.
        (ChildHour.PAUSE, 60, "08:00-09:30 10:30-12:00 13:00-17:00"),
        (ChildHour.LATE_START, 270, "13:30-17:00"),
        (ChildHour.EARLY_END, 240, "08:00-12:00"),
        (ChildHour.EARLY_END, 480, ""),
        (ChildHour.PAUSE, 300, "13:00-17:00"),
        (ChildHour.PAUSE, 0, "08:00-12:00 13:00-17:00"),
    ],
)
def test_by_hand(kit, how, minutes, left):
    assert words(shortened(kit.spans("08:00-12:00 13:00-17:00"), minutes, how, 30)) == left


def test_a_pause_begins_on_the_grid(kit):
    assert words(shortened(kit.spans("08:10-12:00"), 60, ChildHour.PAUSE, 30)) == "08:10-09:30 10:30-12:00"
    # Where rounding down would lie before the work, the pause begins with it.
    assert words(shortened(kit.spans("08:10-09:20"), 60, ChildHour.PAUSE, 30)) == "09:10-09:20"


@pytest.fixture
def parents(office, kit):
    """Return an office with a parent on full days, one on a shorter shift, and one without a child."""
    limit = (Limit(LimitKind.CHILD_UNDER_12_MONTHS, date(2026, 1, 1), date(2026, 12, 31)),)
    staff = [
        replace(kit.person("full", "a"), limits=limit),
        replace(kit.person("own", "a"), limits=limit, child_hour=ChildHour.LATE_START),
        replace(kit.person("short", "a", usual="short"), limits=limit),
        kit.person("none", "a"),
    ]
    shifts = [kit.shift("day", "08:00-17:00", "12:00-13:00"), kit.shift("short", "08:00-16:30", "12:00-13:00")]
    base = office([kit.service("a", kit.law(5))], staff, shifts=shifts)
    figures = {LabourRule.CHILD_REST_MINUTES_DAY: 60, LabourRule.MAX_HOURS_DAY: 8}
    labour = Labour({rule: LabourFigure(value, "") for rule, value in figures.items()})
    settings = replace(base.settings, absence=Absence(child_hour=ChildHour.EARLY_END))
    return replace(base, labour=labour, settings=settings)


def test_who_has_it_and_how_much(parents, kit):
    found = {one.person: words(one.work) for one in duties(parents, index_sites(parents), "S", kit.monday)}
    assert found == {
        "full": "08:00-12:00 13:00-16:00",
        "own": "09:00-12:00 13:00-17:00",
        # Seven and a half hours: half of the hour is in the shift already.
        "short": "08:00-12:00 13:00-16:00",
        "none": "08:00-12:00 13:00-17:00",
    }


def test_the_limit_ends_and_the_default_cuts_nothing(parents, kit):
    later = date(2027, 1, 4)
    assert {words(one.work) for one in duties(parents, index_sites(parents), "S", later)} == {
        "08:00-12:00 13:00-17:00",
        "08:00-12:00 13:00-16:30",
    }
    planned = replace(parents, settings=replace(parents.settings, absence=Absence()))
    found = {one.person: words(one.work) for one in duties(planned, index_sites(planned), "S", kit.monday)}
    assert found["full"] == "08:00-12:00 13:00-17:00" and found["own"] == "09:00-12:00 13:00-17:00"
