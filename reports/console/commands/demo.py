"""``motcua demo``: the whole line on the two shipped examples, in five steps."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.answer import Answer, Exit
from reports.console.answer_text import answer_lines, table_of
from reports.console.call import Call
from reports.console.comparing import Plan, run_comparison
from reports.console.envelope import motcua_version
from reports.console.expected import visits_by_slot
from reports.console.no_roster import no_roster_answer
from reports.console.planning import run_week
from reports.console.screen import tell
from reports.console.week_text import week_lines, week_record
from reports.contents import ReportContents, tell_contents
from reports.report import FORMATS, write_told
from reports.roster_book.book import Book
from reports.roster_book.write import write_book
from reports.tables.kinds import Estimate, Kind, Spread, written
from reports.tables.measures import estimate
from reports.wording.numbers import number

if TYPE_CHECKING:
    from scenarios.loop import WeekPlan

CITY, BRANCH = "hanoi", "branch"
BASE, SCENARIOS = "S0", ("S1", "S1_low", "S3", "S4")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is simulated: of the city, of the staff search, of the branch's week; and the solver's effort."""

    replications: int
    staff_replications: int
    week_replications: int
    seconds: float


def demo(call: Call, out: Path, sizes: Sizes) -> Answer:
    """Check, count, compare, roster, report."""
    from model.files.examples import example_path
    from model.files.read import read_workspace
    from model.rostering.no_roster import NoRoster

    (city, few), (branch, more) = (read_workspace(example_path(name)) for name in (CITY, BRANCH))
    _say(call, call.say("demo.title", version=motcua_version(), seed=_seed(call, city)))
    _step(call, 1, call.say("demo.checked", warnings=len(few) + len(more)))
    _step(call, 2, _demand(call, city))
    plan = Plan(SCENARIOS, BASE, city.settings.run.dates, sizes.replications, sizes.staff_replications)
    comparison = run_comparison(call, city, plan)
    if comparison.interrupted:
        return Answer(Exit.INTERRUPTED, (call.say("interrupted"),))
    base = comparison.outcomes[0]
    _step(call, 3, call.say("demo.wait", wait=_wait(call, estimate(base.summaries["total"], "mean_wait"))))
    site = next(iter(branch.sites))
    try:
        week = run_week(call, branch, site, branch.settings.run.dates, sizes.week_replications, sizes.seconds)
    except NoRoster as error:
        return no_roster_answer(call, branch, site, error)
    _step(call, 4, _rostered(call, week))
    contents = ReportContents(city, comparison, week, branch, {"effort": f"{sizes.seconds:g}"})
    told = tell_contents(contents)
    files = (*write_told(out, told, lang=call.lang, formats=tuple(FORMATS)), _roster(call, out, branch, week))
    _step(call, 5, call.say("demo.reported", count=len(files)))
    lines = [*table_of(told, "comparison", call.lang), "", call.say("demo.week", site=branch.sites[site].name)]
    lines += [*week_lines(call, week), "", *answer_lines(told, call.lang), ""]
    shown = tuple(path for path in files if path.parent == out)
    result = {"scenarios": [one.row for one in comparison.outcomes], "week": week_record(week)}
    next_commands = (f"motcua init du-an --example {BRANCH}", "motcua check du-an", "motcua roster solve du-an")
    return Answer(Exit.DONE, tuple(lines), (), files if call.as_json else shown, next_commands, result)


def _seed(call: Call, instance: Instance) -> int:
    return instance.settings.run.seed if call.seed is None else call.seed


def _say(call: Call, text: str) -> None:
    if not call.quiet:
        tell(text)


def _step(call: Call, place: int, outcome: str) -> None:
    title = call.say(f"demo.step{place}")
    _say(call, f" ✓ {place}/5 {title.ljust(42)} {outcome}")


def _demand(call: Call, city: Instance) -> str:
    slots = visits_by_slot(city)
    busiest = max(slots, key=lambda slot: slots[slot])
    return call.say(
        "demo.demand",
        visits=number(sum(slots.values()), call.lang),
        slot=busiest,
        most=number(slots[busiest], call.lang),
    )


def _wait(call: Call, found: Estimate | None) -> str:
    return written(found, Kind.NUMBER, 1, Spread.HALF, call.lang)


def _rostered(call: Call, week: "WeekPlan") -> str:
    before, after = (_wait(call, estimate(one["total"], "mean_wait")) for one in week.summaries)
    return call.say("demo.rostered", breaches=len(week.verdict.breaches), before=before, after=after)


def _roster(call: Call, out: Path, branch: Instance, week: "WeekPlan") -> Path:
    book = Book(branch, week.site, week.solution.roster, week.dates, 1, call.lang, week.requirement)
    return write_book(out / f"{call.say('export.stem')}.xlsx", book)
