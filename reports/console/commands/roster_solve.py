"""``motcua roster solve``: a lawful roster of one site's week, kept as its next revision."""

from pathlib import Path

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.costs_text import costs_lines
from reports.console.no_roster import no_roster_answer
from reports.console.progress import nothing, progress
from reports.console.searching import search_needs
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.needs_file import write_needs
from reports.roster_book.shelf import period_text, shelf_of
from reports.wording.numbers import number, percent


def roster_solve(call: Call, workspace: Path, site: str | None, week: str | None, seconds: float) -> Answer:
    """Search what is needed (once), roster it, and put the roster on the shelf."""
    from model.rostering.no_roster import NoRoster
    from model.rostering.solve import solve_roster

    instance, _ = open_workspace(call, workspace)
    wanted, dates = site_of(call, instance, site), week_of(call, instance, week)
    shelf = shelf_of(workspace, wanted, dates)
    requirement = search_needs(call, instance, wanted, dates)
    write_needs(shelf.needs, requirement)
    seed = instance.settings.run.seed if call.seed is None else call.seed
    with progress(call, call.say("solve.title", site=instance.sites[wanted].name), 1) as update:
        try:
            solution = solve_roster(instance, requirement, dates=dates, seed=seed, effort=seconds)
        except NoRoster as error:
            return no_roster_answer(call, instance, wanted, error)
        update(1, nothing)
    path = shelf.add(solution.roster)
    facts = {
        "revision": shelf.last,
        "cost": number(solution.cost, call.lang),
        "bound": number(solution.bound, call.lang),
    }
    key = "solve.optimal" if solution.cost <= solution.bound else "solve.feasible"
    named = f"{workspace} --site {wanted} --week {period_text(dates)}"
    return Answer(
        lines=(
            call.say(key, gap=percent(solution.gap, call.lang), site=instance.sites[wanted].name, **facts),
            *costs_lines(call, solution.costs),
        ),
        files=(path, shelf.needs),
        next=(f"motcua simulate {workspace} --roster {path}", f"motcua roster export {named}"),
        result={
            "site": wanted, "dates": dates, "revision": shelf.last, "status": solution.status.value,
            "cost": solution.cost, "bound": solution.bound, "costs": dict(solution.costs), "seed": seed,
            "assignments": len(solution.roster.assignments),
        },
    )  # fmt: skip
