"""Checks the staff against the sites: skills held, skills asked for, and a complete labour law."""

from model.files.book import Book
from model.files.build.places import build_counters
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.offers import ServiceRow
from model.files.rows.people import LimitRow, SkillRow, StaffRow
from model.files.rows.places import CounterRow, SiteRow
from model.files.rows.terms import TermsRow
from model.labour import WITH_OVERTIME, WITH_SECONDMENTS, LabourRule
from model.terms import Overtime


def check_staff(book: Book, findings: Findings) -> None:
    """Run the checks of staff that the readable files allow."""
    skilled = book.named("staff_skills", "staff", book.known.get("staff") or ())
    if skilled is not None:
        for line in book.lines("staff", StaffRow):
            if line.row.staff not in skilled:
                findings.add(Code.PERSON_WITHOUT_SKILL, book.place("staff", line, "staff"), line.row.staff)
    if book.sound("staff", "staff_skills", "counters", "services", "sites"):
        _check_sites(book, findings)
    there = book.named("labour", "rule", tuple(LabourRule))
    if there is not None:
        for rule in LabourRule:
            if rule not in there and _asked(rule, book):
                findings.add(Code.LABOUR_RULE_MISSING, book.tables["labour"].raw.place(None, "rule"), rule.value)


def _asked(rule: LabourRule, book: Book) -> bool:
    """Whether something in the workspace asks for a figure of labour law."""
    terms = book.rows("terms", TermsRow)
    if rule in WITH_OVERTIME:
        return any(row.overtime is not Overtime.NONE for row in terms)
    if rule in WITH_SECONDMENTS:
        return any(row.last is not None for row in terms)
    return rule.always or bool(book.rows("limits", LimitRow))


def _check_sites(book: Book, findings: Findings) -> None:
    """Warn of sites without staff, and of skills that a site's counters ask for and none of its staff holds."""
    held: dict[str, set[str]] = {}
    home = {row.staff: row.site for row in book.rows("staff", StaffRow)}
    for row in book.rows("staff_skills", SkillRow):
        if row.staff in home:
            held.setdefault(home[row.staff], set()).add(row.skill)
    staffed, anywhere = set(home.values()), frozenset().union(*held.values())
    equipped = {row.site for row in book.rows("counters", CounterRow)}
    for line in book.lines("sites", SiteRow):
        if line.row.site in equipped - staffed:
            findings.add(Code.SITE_WITHOUT_STAFF, book.place("sites", line, "site"))
    skills = {row.service: row.skill for row in book.rows("services", ServiceRow)}
    counters = build_counters(book)
    told: set[tuple[str, str]] = set()
    for counter in book.lines("counters", CounterRow):
        site = counter.row.site
        asked = {skills[service] for service in counters[counter.row.counter].services}
        for skill in sorted((asked & anywhere) - held.get(site, set())) if site in staffed else ():
            if (site, skill) not in told:
                told.add((site, skill))
                findings.add(Code.SKILL_MISSING_AT_SITE, book.place("counters", counter, "services"), skill)
