"""Makes the calendar: the rules of the ``holidays`` package, and the workspace's own dates over them.

The package knows official swaps of working days only up to the last year for which they were decreed when it was made;
dates of later years are marked ``estimated``.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from model.files.rows.rules import CalendarRow
from model.workdays import Calendar, CalendarDay, DayKind

OFFICIAL, ESTIMATED = "official", "estimated"


def make_calendar(country: str | None, years: Iterable[int], own: Iterable[CalendarRow]) -> Calendar:
    """Return the special dates of some years; ``own`` rows win, date by date."""
    special = {day.date: day for day in _of_package(country, sorted(set(years)))} if country else {}
    for row in own:
        special[row.date] = CalendarDay(row.date, row.kind, row.name, row.status, row.source or "calendar")
    return Calendar(dict(sorted(special.items())))


def last_decreed(country: str) -> int:
    """Return the last year for which the package knows decreed swaps; 0 when it knows none."""
    return int(max(getattr(_rules(country, ()), "special_public_holidays", {}) or {0: ()}))


def known_country(country: str) -> bool:
    """Whether the package has rules for the country."""
    return country in countries()


def countries() -> tuple[str, ...]:
    """Return the codes of all countries with rules."""
    import holidays

    return tuple(holidays.list_supported_countries(include_aliases=False))


def _rules(country: str, years: Iterable[int]) -> Any:
    """Open the rules of a country in its own language, whatever the machine's."""
    import holidays

    language = getattr(getattr(holidays, country), "default_language", None)
    return holidays.country_holidays(country, years=list(years), language=language)


def _of_package(country: str, years: list[int]) -> Iterator[CalendarDay]:
    rules = _rules(country, years)
    source = f"holidays {version('holidays')} ({country})"
    decreed = last_decreed(country)
    for day, name in sorted(rules.items()):
        status = OFFICIAL if day.year <= decreed else ESTIMATED
        yield CalendarDay(day, _kind(rules, name), name, status, source)
    for day in sorted(getattr(rules, "weekend_workdays", ())):
        if day.year in years:
            yield CalendarDay(day, DayKind.MAKE_UP, "", OFFICIAL, source)


def _kind(rules: Any, name: str) -> DayKind:
    """Tell a swapped day and a day in lieu from the holiday itself by the package's own labels."""
    swapped = str(getattr(rules, "substituted_label", "") or "").split("%s")[0]
    in_lieu = str(getattr(rules, "observed_label", "") or "").split("%s")[-1]
    if swapped and name.startswith(swapped):
        return DayKind.SWAPPED_OFF
    return DayKind.DAY_IN_LIEU if in_lieu and name.endswith(in_lieu) else DayKind.HOLIDAY
