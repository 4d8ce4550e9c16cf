"""``motcua roster solve``: a lawful roster of one site's week, simulated before and after; its next revision."""

from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.clashing_locks import clashing_answer
from reports.console.costs_text import costs_lines
from reports.console.no_roster import no_roster_answer
from reports.console.planning import run_week
from reports.console.promise_text import promise_line
from reports.console.typed import typed
from reports.console.week_text import week_lines, week_record
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.book import Book
from reports.roster_book.free import free_path
from reports.roster_book.gantt.page import write_gantt
from reports.roster_book.needs_file import write_needs
from reports.roster_book.published import with_published
from reports.roster_book.shelf import Shelf, period_text, shelf_of
from reports.roster_book.write import write_book
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    from scenarios.loop import WeekPlan


def roster_solve(
    call: Call,
    workspace: Path,
    site: str | None,
    week: str | None,
    replications: int | None,
    seconds: float,
    inside_day: bool,
    out: Path | None,
) -> Answer:
    """Simulate, search what is needed, roster it, simulate again, and put the roster on the shelf."""
    from model.rostering.clashing_locks import ClashingLocks
    from model.rostering.no_roster import NoRoster

    instance, warnings = open_workspace(call, workspace)
    wanted, dates = site_of(call, instance, site), week_of(call, instance, week)
    instance = with_published(instance, workspace, wanted, dates)
    try:
        plan = run_week(call, instance, wanted, dates, replications, seconds, inside_day=inside_day)
    except NoRoster as error:
        return no_roster_answer(call, instance, wanted, error)
    except ClashingLocks as error:
        return clashing_answer(call, instance, wanted, error)
    shelf = shelf_of(workspace, wanted, dates)
    path = shelf.add(plan.solution.roster)
    files = [path, write_needs(shelf.needs, plan.requirement)]
    if out is not None:
        files += _book(call, out, instance, plan, shelf)
    named = (workspace, "--site", wanted, "--week", period_text(dates))
    return Answer(
        Exit.INTERRUPTED if plan.interrupted else Exit.DONE,
        _lines(call, instance, plan, shelf),
        warnings if call.as_json else (),
        tuple(files),
        (typed("roster", "export", *named), typed("simulate", workspace, "--roster", path)),
        {**week_record(plan), "revision": shelf.last, "assignments": len(plan.solution.roster.assignments)},
    )


def _lines(call: Call, instance: Instance, plan: "WeekPlan", shelf: Shelf) -> tuple[str, ...]:
    solution = plan.solution
    title = call.say(
        "solve.optimal" if solution.cost <= solution.bound else "solve.feasible",
        site=instance.sites[plan.site].name,
        revision=shelf.last,
        cost=number(solution.cost, call.lang),
        bound=number(solution.bound, call.lang),
        gap=percent(solution.gap, call.lang),
    )
    after = promise_line(call, plan.summaries[1]["total"], instance.settings.target)
    hours = call.say("solve.needed", hours=number(plan.requirement.staff_hours, call.lang, 1))
    if plan.inside is not None:
        hours = f"{call.say('solve.inside', before=plan.inside.before, after=plan.inside.after)}\n{hours}"
    return (title, *costs_lines(call, solution.costs), hours, *week_lines(call, plan), after)


def _book(call: Call, out: Path, instance: Instance, plan: "WeekPlan", shelf: Shelf) -> tuple[Path, Path]:
    book = Book(instance, plan.site, plan.solution.roster, plan.dates, shelf.last, call.lang, plan.requirement)
    path = write_book(free_path(out / f"{call.say('export.stem')}_{shelf.name}_r{shelf.last}.xlsx"), book)
    return path, write_gantt(free_path(path.with_suffix(".html")), book)
