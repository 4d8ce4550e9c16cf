"""``motcua roster repair``: absence, swap or extra demand; the fewest changes that mend the published roster."""

from pathlib import Path
from typing import TYPE_CHECKING

from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.changes_text import changed_lines
from reports.console.clash_text import clash_lines, clash_records
from reports.console.progress import progress
from reports.console.takers_text import taker_records, takers_lines
from reports.console.typed import typed
from reports.console.waits import Waits, compare_rosters
from reports.roster_book.book import Book
from reports.roster_book.changed import change_remarks
from reports.roster_book.free import free_path
from reports.roster_book.needs_file import read_needs
from reports.roster_book.write import write_book

if TYPE_CHECKING:
    from model.rostering.repair.repair import Repair, Stage

from reports.console.repair_asked import Asked, Wanted, left_open, open_gaps, read_asked
from reports.console.repair_told import Ranking, leave_rows, repair_record, step_lines, summary_lines


def roster_repair(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Rank substitutes, mend the roster, say what it costs and does to the waits; then the next revision."""
    from model.rostering.no_roster import NoRoster
    from model.rostering.repair.repair import repair

    asked = read_asked(call, workspace, wanted)
    ranking = _ranking(asked)
    needs = read_needs(asked.current.shelf.needs)
    title = call.say("repair.working", site=asked.instance.sites[asked.site].name)
    try:
        with progress(call, title, 3) as update:
            done = [0]

            def on_stage(stage: "Stage") -> None:
                update(done[0], lambda: call.say(f"repair.stage.{stage.value}"))
                done[0] += 1

            mended = repair(
                asked.instance,
                asked.current.roster,
                asked.events,
                site=asked.site,
                requirement=needs,
                terms=asked.terms,
                on_stage=on_stage,
            )
    except NoRoster as error:
        return _impossible(asked, ranking, proved=error.proved)
    waits = None if wanted.no_waits else _waits(asked, mended, wanted.replications)
    return _mended(asked, mended, ranking, waits, wanted)


def _ranking(asked: Asked) -> Ranking:
    """Return, for each shift of somebody away, everybody else as a substitute."""
    from model.rostering.problem import pose
    from model.rostering.repair.events import with_demand, with_events
    from model.rostering.repair.takers import takers

    found = open_gaps(asked)
    if not found:
        return ()
    changed = with_events(asked.instance, asked.current.roster, asked.events, (), asked.terms.locked)
    needs = with_demand(changed, read_needs(asked.current.shelf.needs), asked.site, asked.events)
    problem = pose(changed, asked.site, asked.dates, needs)
    roster = problem.own(left_open(asked))
    return tuple((gap, takers(problem, roster, gap)) for gap in found)


def _waits(asked: Asked, mended: "Repair", replications: int | None) -> Waits:
    """Simulate the roster with the gaps left open, and mended, with the same citizens."""
    rosters = (left_open(asked), mended.roster)
    return compare_rosters(asked.call, mended.instance, asked.site, asked.dates, rosters, replications)


def _impossible(asked: Asked, ranking: Ranking, *, proved: bool) -> Answer:
    """Say which facts clash once the events have happened; exit code 4."""
    from model.rostering.clash.clash import find_clashes
    from model.rostering.problem import pose
    from model.rostering.repair.events import with_events

    until = asked.terms.freeze_until
    frozen = tuple(day for day in asked.dates if until and day < until)
    changed = with_events(asked.instance, asked.current.roster, asked.events, frozen, asked.terms.locked)
    dates = tuple(day for day in asked.dates if day not in frozen)
    found = find_clashes(pose(changed, asked.site, dates, None), seed=asked.terms.seed)
    lines = [asked.call.say("repair.impossible" if proved else "repair.unknown")]
    lines += clash_lines(asked.call, changed, asked.site, found.clashes)
    for gap, people in ranking:
        lines += takers_lines(asked.call, asked.instance, gap, people)
    result = {
        "site": asked.site,
        "clashes": clash_records(asked.call, changed, found.clashes),
        "alternatives": [taker_records(asked.call, asked.instance, *one) for one in ranking],
    }
    return Answer(Exit.NO_ROSTER, tuple(lines), result=result)


def _mended(asked: Asked, mended: "Repair", ranking: Ranking, waits: Waits | None, wanted: Wanted) -> Answer:
    call = asked.call
    lines = [
        *summary_lines(asked, mended),
        *changed_lines(call, asked.instance, mended.changes),
        *step_lines(call, mended),
    ]
    for gap, people in ranking:
        lines += takers_lines(call, asked.instance, gap, people)
    if waits:
        lines += [call.say("repair.waits"), *waits.lines(call)]
    lines += [call.say("repair.leave", row=row) for row in leave_rows(asked)]
    result = repair_record(asked, mended, ranking, waits)
    if wanted.dry_run or not mended.changes:
        end = call.say("import.dry" if mended.changes else "repair.nothing")
        return Answer(lines=(*lines, end), result=result)
    shelf = asked.current.shelf
    files = [shelf.add(mended.roster)]
    if wanted.out is not None:
        files.append(_book(asked, mended, wanted.out))
    return Answer(
        lines=(*lines, call.say("import.done", revision=shelf.last)),
        files=tuple(files),
        next=(typed("roster", "export", *asked.named), *_compare(asked, shelf.last)),
        result={**result, "revision": shelf.last},
    )


def _compare(asked: Asked, last: int) -> tuple[str, ...]:
    """Return the command that compares the new revision with the one it was made from."""
    base, (workspace, *named) = asked.current.revision, asked.named
    return (typed("roster", "diff", workspace, base, last, *named),) if base else ()


def _book(asked: Asked, mended: "Repair", out: Path) -> Path:
    """Write the workbook; every changed cell has a strong border and says what it was."""
    shelf, call = asked.current.shelf, asked.call
    path = free_path(out / f"{call.say('export.stem')}_{shelf.name}_r{shelf.last}.xlsx")
    book = Book(
        mended.instance,
        asked.site,
        mended.roster,
        asked.dates,
        shelf.last,
        call.lang,
        mended.requirement,
        change_remarks(mended.instance, asked.site, call.lang, mended.changes),
    )
    return write_book(path, book)
