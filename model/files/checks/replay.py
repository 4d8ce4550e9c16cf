"""Checks the arrivals that are played again: the date is worked, and somebody can serve what they come for."""

from collections.abc import Mapping

from model.demand import ANY_SERVICE
from model.files.book import Book, Line
from model.files.build.offers import laws_by_service
from model.files.build.places import served_by_site
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.offers import MinutesRow, ServiceRow
from model.files.rows.people import SkillRow
from model.files.rows.replay import ArrivalRow
from model.workdays import Calendar


def check_replay(book: Book, findings: Findings) -> None:
    """Report arrivals for what nobody offers or can serve, and those of unknown length."""
    skills = {row.service: row.skill for row in book.rows("services", ServiceRow)}
    first: dict[str, Line[ArrivalRow]] = {}
    for line in book.lines("arrivals", ArrivalRow):
        if line.row.service in skills:
            first.setdefault(line.row.service, line)
    if not first:
        return
    if book.sound("counters", "services", "sites"):
        _check_offered(book, first, findings)
    if book.sound("services", "staff_skills"):
        _check_skills(book, first, skills, findings)
    if book.sound("services", "minutes"):
        _check_minutes(book, findings)


def _check_offered(book: Book, first: Mapping[str, Line[ArrivalRow]], findings: Findings) -> None:
    offered = frozenset().union(*served_by_site(book).values())
    for service, line in first.items():
        if service not in offered:
            findings.add(Code.SERVICE_NOT_OFFERED, book.place("arrivals", line, "service"), service)


def _check_skills(
    book: Book, first: Mapping[str, Line[ArrivalRow]], skills: Mapping[str, str], findings: Findings
) -> None:
    held = {row.skill for row in book.rows("staff_skills", SkillRow)}
    for service, line in first.items():
        if skills[service] not in held:
            place = book.place("arrivals", line, "service")
            findings.add(Code.SKILL_NOBODY_HOLDS, place, skills[service], None, service=service)


def check_replay_dates(book: Book, calendar: Calendar, findings: Findings) -> None:
    """Warn of arrivals on a date on which nobody works: they are never played."""
    told = set()
    for line in book.lines("arrivals", ArrivalRow):
        day = line.row.date
        if day not in told and not calendar.kind(day).worked:
            told.add(day)
            findings.add(Code.ARRIVALS_NOT_WORKED, book.place("arrivals", line, "date"), day.isoformat())


def _check_minutes(book: Book, findings: Findings) -> None:
    laws = laws_by_service(book.rows("minutes", MinutesRow))
    told = set()
    for line in book.lines("arrivals", ArrivalRow):
        service, visit = line.row.service, line.row.visit
        known = visit in laws.get(service, {}) or visit in laws.get(ANY_SERVICE, {})
        if line.row.minutes is None and not known and (service, visit) not in told:
            told.add((service, visit))
            findings.add(
                Code.MINUTES_MISSING, book.place("arrivals", line, "service"), service, None, visit=visit.value
            )
