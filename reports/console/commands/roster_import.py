"""``motcua roster import``: what a manager changed, what it breaks and does to the waits; then the next revision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from model.problems import InputError, Place, Problem
from model.roster import Roster
from reports.console.answer import Answer, Exit
from reports.console.breaches import breach_problems
from reports.console.call import Call
from reports.console.changes_text import change_records, changed_lines
from reports.console.current import Current, current_roster
from reports.console.problem_text import message, remedy
from reports.console.typed import typed
from reports.console.waits import Waits, compare_rosters
from reports.console.workspace import open_workspace
from reports.roster_book.book import cells_of, roster_of
from reports.roster_book.comment import write_comments
from reports.roster_book.compare import Merged, merge_edits
from reports.roster_book.found import Found
from reports.roster_book.needs_file import read_needs
from reports.roster_book.published import with_published
from reports.roster_book.read import read_book
from reports.roster_book.shelf import period_text

if TYPE_CHECKING:
    from model.rostering.rule import Breach


@dataclass(frozen=True, slots=True)
class _Import:
    """One import: the call, the data, the file, what was read, what holds now, and the two merged."""

    call: Call
    workspace: Path
    instance: Instance
    file: Path
    found: Found
    current: Current
    merged: Merged

    @property
    def site(self) -> str:
        """Return the site of the roster."""
        return self.found.origin.site

    @property
    def dates(self) -> tuple[date, ...]:
        """Return the dates of the roster."""
        return self.found.origin.dates

    @property
    def edited(self) -> Roster:
        """Return the current roster with the edits in it."""
        return roster_of(self.merged.cells, self.dates)


def roster_import(call: Call, workspace: Path, file: Path, replications: int | None, dry_run: bool) -> Answer:
    """Take the edits in; nothing is written unless every cell can be read and no rule is newly broken."""
    instance, _ = open_workspace(call, workspace)
    if not file.exists():
        raise InputError([Problem("E116", Place(file.name), str(file))])
    found = read_book(file, instance)
    instance = with_published(instance, workspace, found.origin.site, found.origin.dates)
    current = current_roster(call, workspace, instance, found.origin.site, found.origin.dates)
    people = {person.id for person in instance.people(found.origin.site)}
    merged = merge_edits(found, cells_of(current.roster, people, found.origin.dates), file.name)
    one = _Import(call, workspace, instance, file, found, current, merged)
    unreadable = (*found.problems, *merged.conflicts)
    if unreadable:
        return _refused(one, Exit.INPUT, unreadable)
    if not merged.changes:
        return Answer(lines=(_origin(one), call.say("import.nothing")), result=_result(one, None))
    new, old = _breaches(one)
    if new:
        return _refused(one, Exit.NO_ROSTER, new)
    waits = compare_rosters(call, instance, one.site, one.dates, (current.roster, one.edited), replications)
    return _taken(one, waits, old, dry_run)


def _breaches(one: _Import) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the rules the edits newly break, and those that were broken before."""
    from model.rostering.judge import judge

    needs = read_needs(one.current.shelf.needs)
    before, after = (
        judge(one.instance, roster, needs, one.dates, one.site).breaches for roster in (one.current.roster, one.edited)
    )
    new = [breach for breach in after if breach not in before]
    old = [breach for breach in after if breach in before]

    def problems(breaches: "Iterable[Breach]") -> tuple[Problem, ...]:
        return breach_problems(one.instance, breaches, lambda who, day: _place(one, who, day), one.call.lang)

    return problems(new), problems(old)


def _place(one: _Import, person: str, day: date) -> Place:
    """Return the person's cell; where nobody in particular is concerned, the first cell changed on that date."""
    if not person:
        person = next((change.person for change in one.merged.changes if change.date == day), "")
    return Place(one.file.name, None, one.found.places.get((person, day), day.isoformat()))


def _origin(one: _Import) -> str:
    base, now = one.found.origin.revision, one.current.revision
    return one.call.say("import.same" if base == now else "import.behind", base=base, current=now)


def _refused(one: _Import, code: Exit, problems: tuple[Problem, ...]) -> Answer:
    """Answer that nothing was written, with a copy of the file that says what is wrong at each cell."""
    lang = one.call.lang
    remarks: dict[str, str] = {}
    for problem in problems:
        place = problem.place.column or ""
        text = " → ".join(part for part in (message(problem, lang), remedy(problem, lang)) if part)
        if "!" in place:
            remarks[place] = f"{remarks[place]}\n{text}" if place in remarks else text
    copy = one.file.with_suffix(f".{one.call.say('import.errors')}.xlsx")
    files = (write_comments(one.file, copy, remarks, "Motcua"),) if remarks else ()
    lines = (_origin(one), *changed_lines(one.call, one.instance, one.merged.changes))
    refusal = one.call.say("import.refused", next=one.current.revision + 1)
    return Answer(code, (*lines, refusal), problems, files, result=_result(one, None))


def _taken(one: _Import, waits: Waits, old: tuple[Problem, ...], dry_run: bool) -> Answer:
    lines = [_origin(one), *changed_lines(one.call, one.instance, one.merged.changes), *waits.lines(one.call)]
    if old:
        lines.append(one.call.say("import.old", count=len(old)))
    if dry_run:
        return Answer(lines=(*lines, one.call.say("import.dry")), result=_result(one, waits))
    path = one.current.shelf.add(one.edited)
    named = (one.workspace, "--site", one.site, "--week", period_text(one.dates))
    return Answer(
        lines=(*lines, one.call.say("import.done", revision=one.current.shelf.last)),
        files=(path,),
        next=(typed("roster", "export", *named), typed("simulate", one.workspace, "--roster", path)),
        result={**_result(one, waits), "revision": one.current.shelf.last},
    )


def _result(one: _Import, waits: Waits | None) -> dict[str, object]:
    return {
        "site": one.site,
        "made_from": one.found.origin.revision,
        "current": one.current.revision,
        "changes": change_records(one.merged.changes),
        "waits": waits.record() if waits else None,
    }
