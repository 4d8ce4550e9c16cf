"""``motcua roster city``: the rosters of all sites, with staff lent between them; what is finished is kept."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.city_text import city_lines, city_record
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.typed import typed
from reports.console.workspace import open_workspace, week_of
from reports.roster_book.lent import lent_file, with_lent, write_lent
from reports.roster_book.published import with_history
from reports.roster_book.shelf import period_text, shelf_of
from reports.wording.numbers import number

if TYPE_CHECKING:
    from reports.roster_book.city_record import CityRecord
    from scenarios.city.lending import Lending
    from scenarios.city.site import SiteAnswer


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    week: str | None
    seconds: float
    travel_price: float
    no_lending: bool
    fresh: bool
    out: Path | None


def roster_city(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Roster every site that has staff, then lend people to the sites that lack some, and write all of it."""
    from reports.roster_book.city_record import CityRecord

    instance, warnings = open_workspace(call, workspace)
    dates = week_of(call, instance, wanted.week)
    sites = tuple(site for site in instance.sites if instance.people(site))
    past = instance
    for site in sites:
        past = with_history(past, workspace, site, dates)
    record = CityRecord(workspace, dates, _key(call, instance, wanted))
    if not wanted.fresh:
        record.load()
    ready_engine(call)
    lending = _first(call, past, sites, wanted, record)
    interrupted = len(lending.best) < len(sites)
    if not (interrupted or wanted.no_lending):
        interrupted = _lend(call, lending, record)
    return _answer(call, workspace, lending, record, wanted, (interrupted, sites, warnings))


def _key(call: Call, instance: Instance, wanted: Wanted) -> str:
    text = f"{instance.digest} {call.seed} {wanted.seconds} {wanted.travel_price} {wanted.no_lending}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _first(call: Call, instance: Instance, sites: tuple[str, ...], wanted: Wanted, record: "CityRecord") -> "Lending":
    """Roster the sites that are not done yet, each by itself; Ctrl+C keeps what is done."""
    from scenarios.city.effort import efforts
    from scenarios.city.lending import Lending, Terms
    from scenarios.city.pool import Question, answers
    from scenarios.city.site import SiteTask

    lent = lent_file(record.workspace, record.dates)
    if not record.sites:
        lent.unlink(missing_ok=True)
    share = efforts(instance, sites, wanted.seconds)
    best = record.done(with_lent(instance, record.workspace, record.dates))
    question = Question(instance, record.dates, instance.settings.run.seed if call.seed is None else call.seed)
    # The largest first: the last to end is then a small one.
    left = sorted((site for site in sites if site not in best), key=lambda site: -share[site])
    tasks = [SiteTask(site, share[site], {}) for site in left]
    with progress(call, call.say("city.title", count=len(sites)), len(sites)) as update:
        try:
            for found in answers(question, tasks, call.workers):
                best[found.site] = found
                record.keep(found)
                note = _note(call, instance, found)
                update(len(best), lambda note=note: note)  # type: ignore[misc]
        except KeyboardInterrupt:
            pass
    willing = {name: float(one.lend_minutes) for name, one in instance.terms.items() if one.lend_minutes is not None}
    terms = Terms(willing, wanted.travel_price, workers=call.workers)
    return Lending(question, share, terms, {site: best[site] for site in sites if site in best})


def _note(call: Call, instance: Instance, found: "SiteAnswer") -> str:
    name = instance.sites[found.site].name
    if found.solution is None:
        return call.say("city.refused", site=name)
    cost, bound = (number(one, call.lang) for one in (found.solution.cost, found.solution.bound))
    return call.say("city.done", site=name, cost=cost, bound=bound)


def _lend(call: Call, lending: "Lending", record: "CityRecord") -> bool:
    """Play the rounds of lending and put the changed rosters on the shelf; whether it was interrupted."""
    path = lent_file(record.workspace, record.dates)
    if path.exists():
        # An earlier run has lent already, and its rosters are those that were read.
        return False
    before = dict(lending.best)
    interrupted = False
    with progress(call, call.say("city.lending"), lending.terms.rounds) as update:

        def on_round(round_: int, groups: int) -> None:
            update(round_, lambda: call.say("city.round", round=round_, groups=groups))

        try:
            lending.run(on_round)
        except KeyboardInterrupt:
            interrupted = True
    if lending.loans:
        # First who is lent: the rosters that follow can only be read by it.
        write_lent(path, [(one.person, one.home, one.host, one.minutes) for one in lending.loans])
    for site, found in lending.best.items():
        if found is not before[site]:
            record.keep(found)
    return interrupted


def _answer(
    call: Call,
    workspace: Path,
    lending: "Lending",
    record: "CityRecord",
    wanted: Wanted,
    rest: tuple[bool, tuple[str, ...], tuple[object, ...]],
) -> Answer:
    interrupted, sites, _ = rest
    instance = with_lent(lending.question.instance, workspace, record.dates)
    files = _files(call, workspace, instance, lending, record, wanted.out)
    refused = [one.site for one in lending.best.values() if one.solution is None]
    code = Exit.INTERRUPTED if interrupted else Exit.NO_ROSTER if refused else Exit.DONE
    named = ("--week", period_text(record.dates))
    more = tuple(typed("roster", "explain", workspace, "--site", site, *named) for site in refused[:3])
    again = (typed("roster", "city", workspace, *named),) if interrupted else ()
    lines = city_lines(call, lending, len(sites), _lent(workspace, record.dates, instance))
    return Answer(code, lines, files=files, next=(*again, *more), result=city_record(lending, interrupted))


def _lent(workspace: Path, dates: tuple[date, ...], instance: Instance) -> list[tuple[str, str, str]]:
    """Return who is lent, from where to where, by the file."""
    import csv

    path = lent_file(workspace, dates)
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["staff"], row["from_site"], row["to_site"]) for row in csv.DictReader(file)]


def _files(
    call: Call, workspace: Path, instance: Instance, lending: "Lending", record: "CityRecord", out: Path | None
) -> tuple[Path, ...]:
    """Write all rosters as one CSV and, where a folder is named, a workbook for each site."""
    from model.files.rosters import write_roster
    from model.roster import Roster
    from reports.roster_book.book import Book
    from reports.roster_book.free import free_path
    from reports.roster_book.write import write_book

    solved = {site: one.solution for site, one in lending.best.items() if one.solution}
    if not solved:
        return ()
    folder = shelf_of(workspace, "", record.dates).folder
    together = folder / f"city_{period_text(record.dates)}.csv"
    rows = [row for solution in solved.values() for row in solution.roster.assignments]
    write_roster(together, Roster(record.dates, tuple(sorted(rows))))
    files = [together, *(path for path in (lent_file(workspace, record.dates),) if path.exists())]
    if out is not None:
        for site, solution in solved.items():
            shelf, needs = shelf_of(workspace, site, record.dates), lending.best[site].requirement
            book = Book(instance, site, solution.roster, record.dates, shelf.last, call.lang, needs)
            stem = f"{call.say('export.stem')}_{shelf.name}_r{shelf.last}.xlsx"
            files.append(write_book(free_path(out / stem), book))
    return tuple(files)
