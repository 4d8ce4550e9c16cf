"""Reads a workspace: all of it, strictly, with every problem told at once."""

from datetime import date
from pathlib import Path

from model.figures import Name
from model.files.book import Book
from model.files.build.contracts import build_patterns
from model.files.build.figures import build_figures
from model.files.build.offers import build_services, build_stages
from model.files.build.outages import build_machine_outages, build_outages, build_system_outages
from model.files.build.past import build_history, build_loans, build_locks
from model.files.build.people import (
    build_labour,
    build_leave,
    build_reserves,
    build_roster,
    build_shifts,
    build_staff,
    build_wishes,
)
from model.files.build.places import (
    build_counters,
    build_demand,
    build_machines,
    build_opening_days,
    build_sites,
    build_units,
)
from model.files.build.replay import build_replay
from model.files.build.settings import build_attendance, build_crowd, build_settings, promise, run_dates
from model.files.build.targets import build_targets
from model.files.build.terms import build_terms
from model.files.checks import check_workspace
from model.files.digest import digest
from model.files.documents import read_part
from model.files.findings import Findings
from model.files.holiday_calendar import known_country, make_calendar
from model.files.open import open_store
from model.files.read_book import read_book
from model.files.rows.past import CarriedRow, FixedRow, HistoryRow
from model.files.rows.people import LeaveRow, RosterRow
from model.files.rows.places import ANY_SITE, CatchmentRow
from model.files.rows.replay import ArrivalRow
from model.files.rows.rules import CalendarRow
from model.files.scenarios import ReadScenarios, read_scenarios
from model.files.settings_model import SettingsFile
from model.files.store import Store
from model.instance import Instance
from model.problems import Problem
from model.workdays import Calendar

# Other weeks than the workspace's own may be asked for on the command line.
YEARS_BEFORE, YEARS_AFTER = 1, 2


def read_workspace(path: Path) -> tuple[Instance, tuple[Problem, ...]]:
    """Return the administration a workspace describes, and the warnings.

    ``path`` is a folder, its ``motcua.yaml``, or one ``.xlsx`` workbook with the same tables as sheets.

    Raises:
        InputError: with every problem of every file, when there is at least one error.
    """
    findings = Findings()
    store = open_store(Path(path), findings)
    settings = read_part(store.settings, SettingsFile, findings) if store.settings else None
    book = read_book(store, findings)
    scenarios = read_scenarios(store, book, findings)
    calendar = _calendar(settings, book) if settings else None
    check_workspace(store, book, settings, calendar, findings)
    findings.raise_errors()
    assert settings is not None and calendar is not None
    return _build(store, book, settings, calendar, scenarios), findings.warnings


def _calendar(settings: SettingsFile, book: Book) -> Calendar:
    """Make the calendar for every year that anything in the workspace speaks of, and some around."""
    dates = [*run_dates(settings), *(row.date for row in book.rows("roster", RosterRow))]
    dates += [day for row in book.rows("leave", LeaveRow) for day in (row.first, row.last)]
    dates += [row.date for row in book.rows("history", HistoryRow)]
    dates += [row.date for row in book.rows("fixed", FixedRow)]
    dates += [row.until for row in book.rows("carried", CarriedRow)]
    country = settings.holidays if known_country(settings.holidays or "") else None
    dates += sorted({row.date for row in book.rows("arrivals", ArrivalRow)})
    return make_calendar(country, _years(dates), book.rows("calendar", CalendarRow))


def _years(dates: list[date]) -> range:
    years = [day.year for day in dates]
    return range(min(years) - YEARS_BEFORE, max(years) + YEARS_AFTER + 1) if years else range(0)


def _build(store: Store, book: Book, settings: SettingsFile, calendar: Calendar, scenarios: ReadScenarios) -> Instance:
    return Instance(
        name=Name(settings.name.vi, settings.name.en),
        settings=build_settings(settings, build_opening_days(book).get(ANY_SITE, {})),
        calendar=calendar,
        services=build_services(book, promise(settings)),
        units=build_units(book),
        demand=build_demand(book, settings.day.busyness_cv, settings.day.busyness_correlation),
        sites=build_sites(book, build_crowd(settings)),
        counters=build_counters(book),
        staff=build_staff(book),
        shifts=build_shifts(book),
        labour=build_labour(book),
        attendance=build_attendance(settings, book.rows("catchment", CatchmentRow)),
        terms=build_terms(book),
        leave=build_leave(book),
        stages=build_stages(book),
        outages=build_outages(book),
        machines=build_machines(book),
        machine_outages=build_machine_outages(book),
        system_outages=build_system_outages(book),
        reserves=build_reserves(book),
        replay=build_replay(book),
        targets=build_targets(book),
        wishes=build_wishes(book),
        patterns=build_patterns(book),
        loans=build_loans(book),
        locks=build_locks(book),
        history=build_history(book),
        roster=build_roster(book.rows("roster", RosterRow)),
        scenarios={one.id: one for one in scenarios.scenarios},
        figures=build_figures(book, settings, scenarios.tables, scenarios.scenarios),
        digest=digest(store.contents),
    )
