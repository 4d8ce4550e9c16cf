"""``motcua roster repair``: absence, swap or extra demand; the fewest changes that mend the published roster."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.roster import Assignment, Roster
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.changes_text import change_records, changed_lines
from reports.console.choices import WrongValueError
from reports.console.clash_text import clash_lines, clash_records
from reports.console.costs_text import costs_lines
from reports.console.current import Current, current_roster
from reports.console.events_text import Reading
from reports.console.progress import progress
from reports.console.table_text import aligned
from reports.console.takers_text import taker_records, takers_lines
from reports.console.typed import typed
from reports.console.waits import Waits, compare_rosters
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.book import Book
from reports.roster_book.changed import change_remarks
from reports.roster_book.free import free_path
from reports.roster_book.needs_file import read_needs
from reports.roster_book.published import with_published
from reports.roster_book.shelf import period_text
from reports.roster_book.write import write_book
from reports.wording.numbers import number

if TYPE_CHECKING:
    from model.rostering.repair.events import Absence, Event
    from model.rostering.repair.repair import Repair, Stage, Terms
    from model.rostering.repair.takers import Taker

Ranking = tuple[tuple[Assignment, "tuple[Taker, ...]"], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the events as typed, what must stay, and how far the search may go."""

    site: str | None
    week: str | None
    roster: Path | None
    absent: Sequence[str]
    leave: Sequence[str]
    swap: Sequence[str]
    extra: Sequence[str]
    lock: Sequence[str]
    freeze_until: str | None
    budget: float
    seconds: float
    replications: int | None
    no_waits: bool
    dry_run: bool
    out: Path | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question, read: the data, the roster that holds, the events and the terms."""

    call: Call
    workspace: Path
    instance: Instance
    site: str
    dates: tuple[date, ...]
    current: Current
    events: "tuple[Event, ...]"
    terms: "Terms"

    @property
    def named(self) -> tuple[object, ...]:
        return (self.workspace, "--site", self.site, "--week", period_text(self.dates))


def roster_repair(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Rank substitutes, mend the roster, say what it costs and does to the waits; then the next revision."""
    from model.rostering.no_roster import NoRoster
    from model.rostering.repair.repair import repair

    asked = _asked(call, workspace, wanted)
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


def _asked(call: Call, workspace: Path, wanted: Wanted) -> _Asked:
    from model.rostering.repair.repair import Terms

    instance, _ = open_workspace(call, workspace)
    site, dates = site_of(call, instance, wanted.site), week_of(call, instance, wanted.week)
    instance = with_published(instance, workspace, site, dates)
    current = current_roster(call, workspace, instance, site, dates, wanted.roster)
    read = Reading(call, instance, site, dates)
    events: tuple[Event, ...] = (
        *(read.absence("--absent", one, "sick") for one in wanted.absent),
        *(read.absence("--leave", one, "annual") for one in wanted.leave),
        *(read.swap("--swap", one) for one in wanted.swap),
        *(read.extra("--extra", one) for one in wanted.extra),
    )
    if not events:
        raise WrongValueError("--absent", "", call.say("usage.no_event"))
    terms = Terms(
        freeze_until=read.any_day("--freeze-until", wanted.freeze_until) if wanted.freeze_until else None,
        locked=tuple(read.cell("--lock", one) for one in wanted.lock),
        budget=wanted.budget / 100,
        seconds=wanted.seconds,
        seed=instance.settings.run.seed if call.seed is None else call.seed,
    )
    _no_event_is_frozen(call, events, terms)
    # The file may hold other weeks, which are none of this repair's business.
    mine = tuple(one for one in current.roster.assignments if one.date in dates)
    within = Current(Roster(dates, mine), current.revision, current.shelf, current.file)
    return _Asked(call, workspace, instance, site, dates, within, events, terms)


def _no_event_is_frozen(call: Call, events: "tuple[Event, ...]", terms: "Terms") -> None:
    """Refuse events on dates that may not change.

    Raises:
        WrongValueError: naming the first such date.
    """
    if terms.freeze_until is None:
        return
    for event in events:
        day = getattr(event, "date", None) or getattr(event, "first", None)
        if day is not None and day < terms.freeze_until:
            raise WrongValueError("--freeze-until", str(terms.freeze_until), call.say("usage.frozen", date=day))


def _absences(asked: _Asked) -> "list[Absence]":
    from model.rostering.repair.events import Absence

    return [one for one in asked.events if isinstance(one, Absence)]


def _gaps(asked: _Asked) -> list[Assignment]:
    from model.rostering.repair.takers import gaps

    return [gap for one in _absences(asked) for gap in gaps(asked.current.roster, one.person, one.first, one.last)]


def _left_open(asked: _Asked) -> Roster:
    """Return the published roster with the shifts of those away simply missing."""
    open_shifts = set(_gaps(asked))
    kept = tuple(one for one in asked.current.roster.assignments if one not in open_shifts)
    return Roster(asked.current.roster.dates, kept)


def _ranking(asked: _Asked) -> Ranking:
    """Return, for each shift of somebody away, everybody else as a substitute."""
    from model.rostering.problem import pose
    from model.rostering.repair.events import with_demand, with_events
    from model.rostering.repair.takers import takers

    found = _gaps(asked)
    if not found:
        return ()
    changed = with_events(asked.instance, asked.current.roster, asked.events, (), asked.terms.locked)
    needs = with_demand(changed, read_needs(asked.current.shelf.needs), asked.site, asked.events)
    problem = pose(changed, asked.site, asked.dates, needs)
    roster = problem.own(_left_open(asked))
    return tuple((gap, takers(problem, roster, gap)) for gap in found)


def _waits(asked: _Asked, mended: "Repair", replications: int | None) -> Waits:
    """Simulate the roster with the gaps left open, and mended, with the same citizens."""
    rosters = (_left_open(asked), mended.roster)
    return compare_rosters(asked.call, mended.instance, asked.site, asked.dates, rosters, replications)


def _impossible(asked: _Asked, ranking: Ranking, *, proved: bool) -> Answer:
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


def _mended(asked: _Asked, mended: "Repair", ranking: Ranking, waits: Waits | None, wanted: Wanted) -> Answer:
    call = asked.call
    lines = [*_summary(asked, mended), *changed_lines(call, asked.instance, mended.changes), *_steps(call, mended)]
    for gap, people in ranking:
        lines += takers_lines(call, asked.instance, gap, people)
    if waits:
        lines += [call.say("repair.waits"), *waits.lines(call)]
    lines += [call.say("repair.leave", row=row) for row in _leave_rows(asked)]
    result = _result(asked, mended, ranking, waits)
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


def _compare(asked: _Asked, last: int) -> tuple[str, ...]:
    """Return the command that compares the new revision with the one it was made from."""
    base, (workspace, *named) = asked.current.revision, asked.named
    return (typed("roster", "diff", workspace, base, last, *named),) if base else ()


def _summary(asked: _Asked, mended: "Repair") -> list[str]:
    call = asked.call
    facts = {
        "site": asked.instance.sites[asked.site].name,
        "base": asked.current.revision,
        "changed": mended.moved,
        "seats": len(mended.changes) - mended.moved,
        "least": mended.least_changes,
        "cost": number(mended.cost, call.lang),
        "best": number(mended.best, call.lang),
        "bound": number(mended.bound, call.lang),
        "allowed": number(mended.allowed, call.lang),
        "budget": number(100 * asked.terms.budget, call.lang),
    }
    proof = call.say("repair.fewest" if mended.proved else "repair.perhaps_fewer", **facts)
    cost = call.say("repair.cost" if mended.bound else "repair.cost_open", **facts)
    return [call.say("repair.done", **facts), proof, cost, *costs_lines(call, mended.costs)]


def _steps(call: Call, mended: "Repair") -> tuple[str, ...]:
    """Say what each number of changes could bring, so that a manager may choose."""
    if len(mended.steps) < 2:
        return ()
    head = tuple(call.say(f"repair.step.{key}") for key in ("changes", "points", "bound"))
    rows = [tuple(number(part, call.lang) for part in (one.changed, one.cost, one.bound)) for one in mended.steps]
    return (call.say("repair.steps"), *aligned([head, *rows], (True, True, True)))


def _leave_rows(asked: _Asked) -> list[str]:
    """Return the rows that leave.csv needs, so that the next roster knows of it too."""
    return [f"{one.person},{one.first},{one.last},{one.kind}" for one in _absences(asked)]


def _book(asked: _Asked, mended: "Repair", out: Path) -> Path:
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


def _result(asked: _Asked, mended: "Repair", ranking: Ranking, waits: Waits | None) -> dict[str, Any]:
    return {
        "site": asked.site,
        "dates": asked.dates,
        "made_from": asked.current.revision,
        "revision": None,
        "changes": change_records(mended.changes),
        "changed_shifts": mended.moved,
        "least_changed_shifts": mended.least_changes,
        "proved": mended.proved,
        "costs": dict(mended.costs),
        "cost": mended.cost,
        "best": mended.best,
        "bound": mended.bound,
        "allowed": mended.allowed,
        "steps": [{"changed": one.changed, "cost": one.cost, "bound": one.bound} for one in mended.steps],
        "alternatives": [taker_records(asked.call, asked.instance, *one) for one in ranking],
        "waits": waits.record() if waits else None,
    }
