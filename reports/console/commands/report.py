"""``motcua report``: the comparison and, where a site is named or there is but one, its week, as documents."""

from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from model.problems import Problem
from reports.console.answer import Answer, Exit
from reports.console.answer_text import answer_lines
from reports.console.call import Call
from reports.console.choices import WrongValueError
from reports.console.commands.compare import Wanted, comparison_record, plan_of
from reports.console.comparing import run_comparison
from reports.console.no_roster import no_roster_answer
from reports.console.planning import run_week
from reports.console.week_text import week_record
from reports.console.workspace import open_workspace, site_of, week_of
from reports.contents import ReportContents, tell_contents
from reports.report import FORMATS, write_told

if TYPE_CHECKING:
    from scenarios.comparison import Comparison
    from scenarios.loop import WeekPlan


def report(call: Call, workspace: Path, wanted: Wanted, site: str | None, seconds: float, formats: str) -> Answer:
    """Run what the report tells and write it."""
    from model.rostering.no_roster import NoRoster

    kinds = _formats(call, formats)
    instance, warnings = open_workspace(call, workspace)
    where = site_of(call, instance, site) if site is not None or len(instance.sites) == 1 else None
    comparison = run_comparison(call, instance, plan_of(call, instance, wanted)) if instance.scenarios else None
    if comparison is not None and comparison.interrupted:
        where = None
    try:
        week = _week(call, instance, wanted, where, seconds)
    except NoRoster as error:
        return no_roster_answer(call, instance, where or "", error)
    if week is None and (comparison is None or not comparison.outcomes):
        return _nothing(call, instance, comparison)
    told = tell_contents(ReportContents(instance, comparison, week, solver={"effort": f"{seconds:g}"}))
    files = write_told(wanted.out, told, lang=call.lang, formats=kinds)
    return _answer(call, comparison, week, answer_lines(told, call.lang), files, warnings)


def _formats(call: Call, text: str) -> tuple[str, ...]:
    kinds = tuple(one.strip() for one in text.split(",") if one.strip())
    if not kinds or not set(kinds) <= set(FORMATS):
        raise WrongValueError("--formats", text, call.say("usage.formats", names=", ".join(FORMATS)))
    return kinds


def _week(call: Call, instance: Instance, wanted: Wanted, site: str | None, seconds: float) -> "WeekPlan | None":
    if site is None:
        return None
    return run_week(call, instance, site, week_of(call, instance, wanted.week), wanted.replications, seconds)


def _nothing(call: Call, instance: Instance, comparison: "Comparison | None") -> Answer:
    """Answer that there is nothing to report: stopped too early, or neither scenarios nor a site."""
    if comparison is not None:
        return Answer(Exit.INTERRUPTED, (call.say("simulate.nothing"),))
    names = ", ".join(list(instance.sites)[:8])
    raise WrongValueError("--site", "", call.say("usage.which_site", names=names))


def _answer(
    call: Call,
    comparison: "Comparison | None",
    week: "WeekPlan | None",
    lines: tuple[str, ...],
    files: tuple[Path, ...],
    warnings: tuple[Problem, ...],
) -> Answer:
    stopped = any(one is not None and one.interrupted for one in (comparison, week))
    documents = tuple(path for path in files if path.parent.name != "tables")
    result = {
        "comparison": None if comparison is None else comparison_record(comparison),
        "week": None if week is None else week_record(week),
    }
    return Answer(
        Exit.INTERRUPTED if stopped else Exit.DONE,
        lines,
        warnings if call.as_json else (),
        files if call.as_json else documents,
        (),
        result,
    )
