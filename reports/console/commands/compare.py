"""``motcua compare``: merger scenarios beside each other, each against a base."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.answer import Answer, Exit
from reports.console.answer_text import answer_lines, table_of
from reports.console.call import Call
from reports.console.comparing import Plan, run_comparison, wanted_scenarios
from reports.console.resume import kept_of
from reports.console.typed import typed
from reports.console.workspace import dates_of, open_workspace
from reports.contents import ReportContents, tell_contents
from reports.report import write_told
from reports.roster_book.shelf import safe

if TYPE_CHECKING:
    from scenarios.comparison import Comparison
    from simulate.kept import Kept


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command; ``staff`` asks for the staff search."""

    scenarios: str
    base: str
    week: str | None
    replications: int | None
    staff: bool
    staff_replications: int
    out: Path
    resume: bool = False


def compare(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Run the scenarios on the same citizens, say what came out, and write the tables."""
    instance, warnings = open_workspace(call, workspace)
    plan = plan_of(call, instance, wanted)
    shelves = _shelves(call, instance, plan, wanted)
    comparison = run_comparison(call, instance, plan, shelves.__getitem__)
    if not comparison.outcomes:
        return Answer(Exit.INTERRUPTED, (call.say("simulate.nothing"),))
    told = tell_contents(ReportContents(instance, comparison))
    files = write_told(wanted.out, told, lang=call.lang, formats=("csv", "parquet"))
    if not comparison.interrupted:
        for kept in shelves.values():
            kept.clear()
    lines = [*table_of(told, "comparison", call.lang), *answer_lines(told, call.lang)]
    if comparison.interrupted:
        lines.append(call.say("compare.interrupted", ids=", ".join(one.id for one in comparison.outcomes)))
        lines.append(call.say("resume.how"))
    lines.append(call.say("simulate.folder", folder=wanted.out, count=len(files)))
    return Answer(
        Exit.INTERRUPTED if comparison.interrupted else Exit.DONE,
        tuple(lines),
        warnings if call.as_json else (),
        files if call.as_json else (),
        (typed("report", workspace),),
        comparison_record(comparison),
    )


def plan_of(call: Call, instance: Instance, wanted: Wanted) -> Plan:
    """Turn the options into what is to be run."""
    return Plan(
        wanted_scenarios(instance, wanted.scenarios, wanted.base),
        wanted.base,
        dates_of(call, instance, wanted.week),
        wanted.replications,
        wanted.staff_replications if wanted.staff else 0,
    )


def _shelves(call: Call, instance: Instance, plan: Plan, wanted: Wanted) -> "dict[str, Kept]":
    """Return where the finished replications of each scenario are kept; all are asked before anything runs."""
    folder = wanted.out / "unfinished"
    return {
        name: kept_of(
            call,
            instance,
            folder / safe(f"compare-{name}"),
            {"scenario": name, "dates": plan.dates},
            wanted.resume,
        )
        for name in dict.fromkeys((plan.base, *plan.scenarios))
    }


def comparison_record(comparison: "Comparison") -> dict[str, object]:
    """Return a comparison for programs: one object a scenario."""
    return {
        "base": comparison.base,
        "seed": comparison.seed,
        "dates": comparison.dates,
        "interrupted": comparison.interrupted,
        "scenarios": [one.row for one in comparison.outcomes],
    }
