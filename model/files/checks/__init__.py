"""What must agree across the files of a workspace; each check is a file of its own."""

from model.files.book import Book
from model.files.checks.demand import check_demand
from model.files.checks.equipment import check_equipment
from model.files.checks.replay import check_replay, check_replay_dates
from model.files.checks.rosters import check_roster
from model.files.checks.settings import check_settings
from model.files.checks.sites import check_sites
from model.files.checks.staff import check_staff
from model.files.checks.targets import check_targets
from model.files.checks.terms import check_terms
from model.files.checks.units import check_units
from model.files.checks.workdays import check_calendar
from model.files.findings import Findings
from model.files.settings_model import SettingsFile
from model.files.store import Store
from model.workdays import Calendar


def check_workspace(
    store: Store, book: Book, settings: SettingsFile | None, calendar: Calendar | None, findings: Findings
) -> None:
    """Run every check that the readable part of the workspace allows."""
    check_units(book, findings)
    check_sites(book, findings)
    check_demand(book, settings, findings)
    check_targets(book, settings, findings)
    check_replay(book, findings)
    check_staff(book, findings)
    check_terms(book, findings)
    check_equipment(book, findings)
    check_roster(book, findings)
    if settings is not None and store.settings is not None:
        check_settings(store.settings, settings, book, findings)
        if calendar is not None:
            check_calendar(store.settings, settings, book, calendar, findings)
            check_replay_dates(book, calendar, findings)
