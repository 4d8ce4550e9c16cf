"""The command line: a table of contents. Each command reads files, makes one call and writes one thing.

What a command does stands in ``reports.console.commands``, imported only when the command runs; what it says stands in
``reports/wording``. Nothing heavy is imported here, so that help is quick.
"""

import sys
from pathlib import Path
from typing import Any

import typer

from reports.console import options as o
from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.entry import enter
from reports.console.help import WordedCommand, WordedGroup
from reports.console.shared_options import with_call

FACE: dict[str, Any] = {"add_completion": False, "no_args_is_help": True, "cls": WordedGroup, "rich_markup_mode": None}

app = typer.Typer(**FACE)
roster = typer.Typer(**FACE)
scenario = typer.Typer(**FACE)
bench = typer.Typer(**FACE)
theory = typer.Typer(**FACE)
app.add_typer(roster, name="roster")
app.add_typer(scenario, name="scenario")
app.add_typer(bench, name="bench")
app.add_typer(theory, name="theory")


@app.callback()
@roster.callback()
@scenario.callback()
@bench.callback()
@theory.callback()
def group(version: o.Version = False, lang: o.Language = None) -> None:
    """Take what stands before a command; the version has been said and the language is known by now."""


@app.command("demo", cls=WordedCommand)
@with_call("demo")
def demo(
    call: Call,
    out: o.Out = Path("out"),
    replications: o.DemoReplications = 10,
    staff_replications: o.StaffReplications = 3,
    week_replications: o.WeekReplications = 20,
    seconds: o.Seconds = 5.0,
) -> Answer:
    """Play the whole line on the shipped examples."""
    from reports.console.commands.demo import Sizes
    from reports.console.commands.demo import demo as body

    return body(call, out, Sizes(replications, staff_replications, week_replications, seconds))


@app.command("init", cls=WordedCommand)
@with_call("init")
def init(call: Call, folder: o.Folder, example: o.Example = "branch") -> Answer:
    """Copy an example."""
    from reports.console.commands.start import init as body

    return body(call, folder, example)


@app.command("template", cls=WordedCommand)
@with_call("template")
def template(call: Call, folder: o.Folder, xlsx: o.Xlsx = False) -> Answer:
    """Write empty tables."""
    from reports.console.commands.start import template as body

    return body(call, folder, xlsx)


@app.command("schema", cls=WordedCommand)
@with_call("schema")
def schema(call: Call) -> Answer:
    """Print the JSON Schema."""
    from reports.console.commands.start import schema as body

    return body(call)


@app.command("check", cls=WordedCommand)
@with_call("check")
def check(call: Call, workspace: o.Workspace) -> Answer:
    """Check a workspace."""
    from reports.console.commands.check import check as body

    return body(call, workspace)


@app.command("simulate", cls=WordedCommand)
@with_call("simulate")
def simulate(
    call: Call,
    workspace: o.Workspace,
    scenario: o.Scenario = "base",
    site: o.Site = None,
    week: o.Week = None,
    roster: o.RosterFile = None,
    replications: o.Replications = None,
    precision: o.Precision = None,
    visits: o.Visits = False,
    shuffle_ties: o.ShuffleTies = False,
    fail_below: o.FailBelow = None,
    leavers: o.LeaversRule = None,
    go_on: o.GoOn = False,
    out: o.Out = Path("out"),
) -> Answer:
    """Simulate the waits."""
    from reports.console.commands.simulate import Wanted
    from reports.console.commands.simulate import simulate as body

    wanted = Wanted(
        scenario, site, week, roster, replications, fail_below, out, precision, visits, leavers, go_on, shuffle_ties
    )
    return body(call, workspace, wanted)


@app.command("trace", cls=WordedCommand)
@with_call("trace")
def trace(
    call: Call,
    workspace: o.Workspace,
    date: o.Day,
    scenario: o.Scenario = "base",
    site: o.Site = None,
    roster: o.RosterFile = None,
    replication: o.Replication = 0,
    citizen: o.Citizen = None,
    counter: o.CounterId = None,
    person: o.PersonId = None,
    picture: o.Picture = None,
) -> Answer:
    """Follow someone through a day."""
    from reports.console.commands.trace import Wanted
    from reports.console.commands.trace import trace as body

    return body(call, workspace, Wanted(date, scenario, site, roster, replication, citizen, counter, person, picture))


@app.command("require", cls=WordedCommand)
@with_call("require")
def require(
    call: Call, workspace: o.Workspace, site: o.Site = None, week: o.Week = None, out: o.Out = Path("out")
) -> Answer:
    """Search the staff needed."""
    from reports.console.commands.require import require as body

    return body(call, workspace, site, week, out)


@app.command("plan", cls=WordedCommand)
@with_call("plan")
def plan(
    call: Call,
    workspace: o.Workspace,
    site: o.Site = None,
    date: o.PlanDay = None,
    effort: o.Effort = "thorough",
    clock: o.Clock = None,
    resume: o.Resume = None,
    robust: o.Robust = 0.0,
    out: o.Out = Path("out"),
) -> Answer:
    """Plan a day against its promise."""
    from reports.console.commands.plan import Wanted
    from reports.console.commands.plan import plan as body

    return body(call, workspace, Wanted(site, date, effort, clock, resume, out, robust))


@app.command("plan explain", cls=WordedCommand)
@with_call("plan explain")
def plan_explain(
    call: Call,
    certificate: o.CertificateFile,
    workspace: o.Workspace,
    curve: o.Curve = False,
    training: o.Training = False,
) -> Answer:
    """Say why."""
    from reports.console.commands.plan_explain import Wanted
    from reports.console.commands.plan_explain import plan_explain as body

    return body(call, certificate, workspace, Wanted(curve, training))


@app.command("plan holds", cls=WordedCommand)
@with_call("plan holds")
def plan_holds(call: Call, certificate: o.CertificateFile, workspace: o.Workspace) -> Answer:
    """Say how long it holds."""
    from reports.console.commands.plan_holds import plan_holds as body

    return body(call, certificate, workspace)


@app.command("plan city", cls=WordedCommand)
@with_call("plan city")
def plan_city(
    call: Call,
    workspace: o.Workspace,
    scenario: o.Scenario = "base",
    date: o.PlanDay = None,
    effort: o.Effort = "quick",
    clock: o.Clock = None,
    fresh: o.Fresh = False,
    out: o.Out = Path("out"),
) -> Answer:
    """Plan a day at every site."""
    from reports.console.commands.plan_city import Wanted
    from reports.console.commands.plan_city import plan_city as body

    return body(call, workspace, Wanted(scenario, date, effort, clock, fresh, out))


@app.command("plan week", cls=WordedCommand)
@with_call("plan week")
def plan_week(
    call: Call,
    workspace: o.Workspace,
    site: o.Site = None,
    week: o.Week = None,
    effort: o.Effort = "quick",
    clock: o.Clock = None,
    out: o.Out = Path("out"),
) -> Answer:
    """Plan a week."""
    from reports.console.commands.plan_week import Wanted
    from reports.console.commands.plan_week import plan_week as body

    return body(call, workspace, Wanted(site, week, effort, clock, out))


@app.command("replan", cls=WordedCommand)
@with_call("replan")
def replan(
    call: Call,
    workspace: o.Workspace,
    roster: o.HeldRoster,
    at: o.At,
    site: o.Site = None,
    date: o.PlanDay = None,
    queue: o.Queue = None,
    gone: o.Gone = None,
    changes: o.Changes = 6,
    out: o.Out = Path("out"),
) -> Answer:
    """Change the rest of a day."""
    from reports.console.commands.replan import Wanted
    from reports.console.commands.replan import replan as body

    return body(call, workspace, Wanted(roster, at, site, date, queue, tuple(gone or ()), changes, out))


@app.command("verify", cls=WordedCommand)
@with_call("verify")
def verify(call: Call, certificate: o.CertificateFile, workspace: o.Workspace) -> Answer:
    """Check a certificate."""
    from reports.console.commands.verify import verify as body

    return body(call, certificate, workspace)


@app.command("compare", cls=WordedCommand)
@with_call("compare")
def compare(
    call: Call,
    workspace: o.Workspace,
    scenarios: o.Scenarios = "",
    base: o.Base = "base",
    week: o.Week = None,
    replications: o.Replications = None,
    staff: o.Staff = False,
    staff_replications: o.StaffReplications = 3,
    go_on: o.GoOn = False,
    out: o.Out = Path("out"),
) -> Answer:
    """Compare scenarios."""
    from reports.console.commands.compare import Wanted
    from reports.console.commands.compare import compare as body

    return body(call, workspace, Wanted(scenarios, base, week, replications, staff, staff_replications, out, go_on))


@app.command("report", cls=WordedCommand)
@with_call("report")
def report(
    call: Call,
    workspace: o.Workspace,
    scenarios: o.Scenarios = "",
    base: o.Base = "base",
    site: o.Site = None,
    week: o.Week = None,
    replications: o.Replications = None,
    staff: o.Staff = False,
    staff_replications: o.StaffReplications = 3,
    seconds: o.Seconds = 5.0,
    formats: o.Formats = "docx,xlsx,html,csv,parquet",
    out: o.Out = Path("out"),
) -> Answer:
    """Write the report."""
    from reports.console.commands.compare import Wanted
    from reports.console.commands.report import report as body

    wanted = Wanted(scenarios, base, week, replications, staff, staff_replications, out)
    return body(call, workspace, wanted, site, seconds, formats)


@app.command("explain", cls=WordedCommand)
@with_call("explain")
def explain(call: Call, code: o.ProblemCode) -> Answer:
    """Explain a code."""
    from reports.console.commands.explain import explain as body

    return body(call, code)


@app.command("doctor", cls=WordedCommand)
@with_call("doctor")
def doctor(call: Call) -> Answer:
    """Check the installation."""
    from reports.console.commands.doctor import doctor as body

    return body(call)


@scenario.command("list", cls=WordedCommand)
@with_call("scenario list")
def scenario_list(call: Call, workspace: o.Workspace) -> Answer:
    """List the scenarios."""
    from reports.console.commands.scenario_list import scenario_list as body

    return body(call, workspace)


@roster.command("solve", cls=WordedCommand)
@with_call("roster solve")
def roster_solve(
    call: Call,
    workspace: o.Workspace,
    site: o.Site = None,
    week: o.Week = None,
    month: o.Month = None,
    dates: o.Period = None,
    replications: o.Replications = None,
    seconds: o.Seconds = 5.0,
    inside_day: o.InsideDay = False,
    out: o.BookOut = None,
) -> Answer:
    """Make a roster."""
    from reports.console.commands.roster_solve import roster_solve as body
    from reports.console.workspace import period_of

    period = period_of(call, week=week, month=month, dates=dates)
    return body(call, workspace, site, period, replications, seconds, inside_day, out)


@roster.command("city", cls=WordedCommand)
@with_call("roster city")
def roster_city(
    call: Call,
    workspace: o.Workspace,
    week: o.Week = None,
    seconds: o.CitySeconds = 10.0,
    travel_price: o.TravelPrice = 10.0,
    no_lending: o.NoLending = False,
    fresh: o.Fresh = False,
    out: o.BookOut = None,
) -> Answer:
    """Make the rosters of all sites."""
    from reports.console.commands.roster_city import Wanted
    from reports.console.commands.roster_city import roster_city as body

    return body(call, workspace, Wanted(week, seconds, travel_price, no_lending, fresh, out))


@roster.command("check", cls=WordedCommand)
@with_call("roster check")
def roster_check(
    call: Call, workspace: o.Workspace, site: o.Site = None, week: o.Week = None, roster: o.RosterFile = None
) -> Answer:
    """Judge a roster."""
    from reports.console.commands.roster_check import roster_check as body

    return body(call, workspace, site, week, roster)


@roster.command("repair", cls=WordedCommand)
@with_call("roster repair")
def roster_repair(
    call: Call,
    workspace: o.Workspace,
    site: o.Site = None,
    week: o.Week = None,
    roster: o.RosterFile = None,
    absent: o.Absent = None,
    leave: o.LeaveNow = None,
    swap: o.SwapDays = None,
    extra: o.Extra = None,
    lock: o.LockCell = None,
    freeze_until: o.FreezeUntil = None,
    budget: o.Budget = 5.0,
    seconds: o.RepairSeconds = 5.0,
    replications: o.Replications = None,
    no_waits: o.NoWaits = False,
    dry_run: o.DryRun = False,
    out: o.BookOut = None,
) -> Answer:
    """Mend a published roster."""
    from reports.console.commands.roster_repair import roster_repair as body
    from reports.console.repair_asked import Wanted

    wanted = Wanted(
        site, week, roster, absent or (), leave or (), swap or (), extra or (), lock or (),
        freeze_until, budget, seconds, replications, no_waits, dry_run, out,
    )  # fmt: skip
    return body(call, workspace, wanted)


@roster.command("diff", cls=WordedCommand)
@with_call("roster diff")
def roster_diff(
    call: Call, workspace: o.Workspace, before: o.Before, after: o.After, site: o.Site = None, week: o.Week = None
) -> Answer:
    """Compare two rosters."""
    from reports.console.commands.roster_diff import roster_diff as body

    return body(call, workspace, before, after, site, week)


@roster.command("explain", cls=WordedCommand)
@with_call("roster explain")
def roster_explain(
    call: Call,
    workspace: o.Workspace,
    site: o.Site = None,
    week: o.Week = None,
    roster: o.RosterFile = None,
    person: o.PersonId = None,
    on_date: o.OnDate = None,
    rules: o.RulePrices = False,
    seconds: o.RepairSeconds = 3.0,
) -> Answer:
    """Say why."""
    from reports.console.commands.roster_explain import Wanted
    from reports.console.commands.roster_explain import roster_explain as body

    return body(call, workspace, Wanted(site, week, roster, person, on_date, rules, seconds))


@roster.command("export", cls=WordedCommand)
@with_call("roster export")
def roster_export(
    call: Call,
    workspace: o.Workspace,
    site: o.Site = None,
    week: o.Week = None,
    roster: o.RosterFile = None,
    out: o.OutFile = None,
) -> Answer:
    """Write the Excel roster."""
    from reports.console.commands.roster_export import roster_export as body

    return body(call, workspace, site, week, roster, out)


@roster.command("import", cls=WordedCommand)
@with_call("roster import")
def roster_import(
    call: Call,
    workspace: o.Workspace,
    book: o.Book,
    replications: o.Replications = None,
    dry_run: o.DryRun = False,
) -> Answer:
    """Take an edited Excel roster in."""
    from reports.console.commands.roster_import import roster_import as body

    return body(call, workspace, book, replications, dry_run)


@bench.command("roster", cls=WordedCommand)
@with_call("bench roster")
def bench_roster(call: Call, instance: o.PublishedInstance, seconds: o.ClockSeconds = 60.0) -> Answer:
    """Solve a published instance."""
    from reports.console.commands.bench_roster import bench_roster as body

    return body(call, instance, seconds)


@theory.command("erlang-b", cls=WordedCommand)
@with_call("theory erlang-b")
def theory_erlang_b(call: Call, servers: o.Servers, load: o.Load) -> Answer:
    """Turn away."""
    from reports.console.commands.theory import Asked
    from reports.console.commands.theory import erlang_b as body

    return body(call, Asked(servers, load))


@theory.command("erlang-c", cls=WordedCommand)
@with_call("theory erlang-c")
def theory_erlang_c(
    call: Call, servers: o.Servers, load: o.Load, minutes: o.Minutes = 1.0, within: o.Within = 15.0
) -> Answer:
    """Wait."""
    from reports.console.commands.theory import Asked
    from reports.console.commands.theory import erlang_c as body

    return body(call, Asked(servers, load, minutes, within))


@theory.command("erlang-a", cls=WordedCommand)
@with_call("theory erlang-a")
def theory_erlang_a(
    call: Call,
    servers: o.Servers,
    load: o.Load,
    patience: o.Patience,
    minutes: o.Minutes = 1.0,
    within: o.Within = 15.0,
) -> Answer:
    """Wait or leave."""
    from reports.console.commands.theory import Asked
    from reports.console.commands.theory import erlang_a as body

    return body(call, Asked(servers, load, minutes, within), patience)


@theory.command("mgc", cls=WordedCommand)
@with_call("theory mgc")
def theory_mgc(
    call: Call, servers: o.Servers, load: o.Load, cv: o.Variation, minutes: o.Minutes = 1.0, within: o.Within = 15.0
) -> Answer:
    """Wait, any law."""
    from reports.console.commands.theory import Asked
    from reports.console.commands.theory import mgc as body

    return body(call, Asked(servers, load, minutes, within), cv)


@theory.command("day", cls=WordedCommand)
@with_call("theory day")
def theory_day(
    call: Call,
    workspace: o.Workspace,
    site: o.Site = None,
    date: o.PlanDay = None,
    roster: o.RosterFile = None,
    replications: o.Replications = None,
) -> Answer:
    """A second opinion on a day."""
    from reports.console.commands.theory_day import Wanted
    from reports.console.commands.theory_day import theory_day as body

    return body(call, workspace, Wanted(site, date, roster, replications))


def main() -> int:
    """Run the command line and return the exit code."""
    return enter(app, sys.argv[1:])
