"""Checks the demand: it is there, somebody offers and can serve it, and its minutes and hours of the day are known."""

import itertools
from collections.abc import Iterator

from model.clock import Interval
from model.demand import ANY_SERVICE
from model.files.book import Book, Line
from model.files.build.offers import build_channels, laws_by_service
from model.files.build.places import build_machines, build_opening_days, build_sites, served_by_site
from model.files.codes import Code
from model.files.findings import Findings
from model.files.moments import WEEKDAYS
from model.files.rows.offers import MinutesRow, ServiceRow
from model.files.rows.people import SkillRow
from model.files.rows.places import ANY_SITE, DemandRowText, ProfileRow, SiteRow
from model.files.rows.replay import ArrivalRow
from model.files.settings_model import SettingsFile
from model.services import VisitType

# Shares rounded to three decimals in up to twenty stretches stay within this of one.
ROUNDING = 0.01


def check_demand(book: Book, settings: SettingsFile | None, findings: Findings) -> None:
    """Run the checks of demand that the readable files allow."""
    wanted = _wanted(book)
    seen = book.rows("arrivals", ArrivalRow)
    if book.rows("demand", DemandRowText) and book.sound("demand") and not wanted and not seen:
        findings.add(Code.NO_DEMAND, book.tables["demand"].raw.place(None, "dossiers_per_day"))
    if book.sound("counters", "services", "sites"):
        _check_offered(book, wanted, findings)
    if book.sound("services", "staff_skills"):
        _check_skills(book, wanted, findings)
    if book.sound("services", "minutes", "channels"):
        _check_minutes(book, wanted, findings)
    _check_profiles(book, wanted, settings, findings)


def _wanted(book: Book) -> dict[str, Line[DemandRowText]]:
    """Return the first row with any demand by service."""
    wanted: dict[str, Line[DemandRowText]] = {}
    for line in book.lines("demand", DemandRowText):
        if line.row.dossiers_per_day > 0:
            wanted.setdefault(line.row.service, line)
    return wanted


def _check_offered(book: Book, wanted: dict[str, Line[DemandRowText]], findings: Findings) -> None:
    sites = {row.site for row in book.rows("sites", SiteRow)}
    offered = frozenset().union(*(services for site, services in served_by_site(book).items() if site in sites))
    catalogue = {row.service for row in book.rows("services", ServiceRow)}
    for service, line in wanted.items():
        if service in catalogue and service not in offered:
            findings.add(Code.SERVICE_NOT_OFFERED, book.place("demand", line, "service"), service)


def _check_skills(book: Book, wanted: dict[str, Line[DemandRowText]], findings: Findings) -> None:
    held = {row.skill for row in book.rows("staff_skills", SkillRow)}
    by_machine = frozenset().union(*(one.services for one in build_machines(book).values()))
    for line in book.lines("services", ServiceRow):
        if line.row.service in wanted.keys() - by_machine and line.row.skill not in held:
            place = book.place("services", line, "skill")
            findings.add(Code.SKILL_NOBODY_HOLDS, place, line.row.skill, None, service=line.row.service)


def _check_minutes(book: Book, wanted: dict[str, Line[DemandRowText]], findings: Findings) -> None:
    """Report a visit that occurs and has no law of minutes."""
    laws = laws_by_service(book.rows("minutes", MinutesRow))
    channels = build_channels(book, wanted)
    for line in book.lines("services", ServiceRow):
        service = line.row.service
        if service not in wanted:
            continue
        known = {*laws.get(service, {}), *laws.get(ANY_SERVICE, {})}
        one = channels[service]
        occurs = {
            VisitType.SUBMIT: one.online_share < 1,
            VisitType.COLLECT: one.collect_ratio > 0,
            VisitType.GUIDE: one.guide_ratio > 0,
        }
        for visit, comes in occurs.items():
            if comes and visit not in known:
                place = book.place("services", line, "service")
                findings.add(Code.MINUTES_MISSING, place, service, None, visit=visit.value)


def _check_profiles(
    book: Book, wanted: dict[str, Line[DemandRowText]], settings: SettingsFile | None, findings: Findings
) -> None:
    profiles: dict[str, list[Line[ProfileRow]]] = {}
    for line in book.lines("profile", ProfileRow):
        profiles.setdefault(line.row.service, []).append(line)
    if book.sound("profile") and ANY_SERVICE not in profiles:
        for service, demand in wanted.items():
            if service not in profiles:
                findings.add(Code.PROFILE_MISSING, book.place("demand", demand, "service"), service)
    for service, lines in profiles.items():
        _check_sum(book, service, lines, findings)
        _check_overlap(book, lines, findings)
        if settings is not None:
            _check_opening(book, service, lines, settings, findings)


def _check_sum(book: Book, service: str, lines: list[Line[ProfileRow]], findings: Findings) -> None:
    total = sum(line.row.share for line in lines)
    place = book.place("profile", lines[0], "share")
    if total == 0 and book.sound("profile"):
        findings.add(Code.NUMBER_OUTSIDE, place, "0", None, range="> 0")
    elif abs(total - 1) > ROUNDING and book.sound("profile"):
        findings.add(Code.PROFILE_NOT_ONE, place, f"{total:.3f}", None, service=service)


def _check_overlap(book: Book, lines: list[Line[ProfileRow]], findings: Findings) -> None:
    ordered = sorted(lines, key=lambda line: line.row.start)
    for one, two in itertools.pairwise(ordered):
        if two.row.start < one.row.end:
            place = book.place("profile", two, "start")
            findings.add(Code.STRETCHES_OVERLAP, place, f"{one.row.stretch} / {two.row.stretch}")


def _check_opening(
    book: Book, service: str, lines: list[Line[ProfileRow]], settings: SettingsFile, findings: Findings
) -> None:
    """Warn of arrivals that a profile puts where no site is ever open."""
    sessions = tuple(_sessions(book, settings))
    for line in lines:
        stretch = line.row.stretch
        if line.row.share > 0 and not any(stretch.overlaps(session) for session in sessions):
            place = book.place("profile", line, "start")
            findings.add(Code.PROFILE_OUTSIDE_OPENING, place, str(stretch), None, service=service)


def _sessions(book: Book, settings: SettingsFile) -> Iterator[Interval]:
    for name in WEEKDAYS:
        yield from getattr(settings.opening, name)
    for site in build_sites(book).values():
        for hours in (*(site.opening or {}).values(), *site.opening_days.values()):
            yield from hours
    for everywhere in build_opening_days(book).get(ANY_SITE, {}).values():
        yield from everywhere
