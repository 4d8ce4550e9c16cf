"""``motcua simulate``: how long citizens wait, with intervals, written down with its birth certificate."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from model.roster import Roster
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.choices import chosen
from reports.console.measures_text import measure_lines, measure_record
from reports.console.precise import precise_lines, precise_record, run_precise
from reports.console.progress import progress
from reports.console.promise_text import leavers_lines, promise_line, share_kept
from reports.console.ready import ready_engine
from reports.console.results import simulation_facts, tables_for, write_results
from reports.console.resume import digest_of, kept_of
from reports.console.stress import write_stress
from reports.console.typed import typed
from reports.console.watch import watching
from reports.console.workspace import dates_of, open_workspace
from reports.roster_book.shelf import safe

if TYPE_CHECKING:
    from model.leavers import Leavers
    from reports.console.ties import Ties
    from simulate.kept import Kept
    from simulate.precision import Precise
    from simulate.replicate import Simulation


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    scenario: str
    site: str | None
    week: str | None
    roster: Path | None
    replications: int | None
    fail_below: float | None
    out: Path
    precision: float | None = None
    visits: bool = False
    leavers: str | None = None
    resume: bool = False
    shuffle_ties: bool = False


def simulate(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Simulate the period and say what came out."""
    from model.leavers import Leavers
    from simulate.intervals import summarise

    base, warnings = open_workspace(call, workspace)
    instance = _scenario(base, wanted.scenario)
    roster = _roster(wanted.roster, instance)
    sites = _sites(instance, wanted.site, roster)
    kept = _kept(call, instance, wanted, roster, sites)
    precise = _run_precise(call, instance, wanted, roster, sites, kept)
    simulation = precise.simulation if precise else _run(call, instance, wanted, roster, sites, kept)
    if simulation.done == 0:
        return Answer(Exit.INTERRUPTED, (call.say("simulate.nothing"),))
    leavers = instance.settings.target.leavers if wanted.leavers is None else Leavers(wanted.leavers)
    frames = {table: summarise(simulation, table, leavers) for table in tables_for(instance, sites)}
    folder = wanted.out / "simulation" / safe(wanted.scenario)
    facts = {"sites": sorted(sites) if sites else "all", "roster": wanted.roster.name if wanted.roster else ""}
    facts["leavers"] = leavers.value
    facts |= precise_record(precise)
    ties = _ties(call, instance, wanted, roster, sites, simulation, leavers)
    frames |= ties.frames() if ties else {}
    files = write_results(folder, instance, simulation, frames, facts)
    asked = precise.precision if precise else None
    files += (write_stress(call, folder, instance, simulation, precision=asked, roster=roster, leavers=leavers),)
    files += _visits(call, folder, instance, wanted, roster, sites)
    if not simulation.interrupted:
        kept.clear()
    total, target = frames["total"], instance.settings.target
    share = share_kept(total)
    low = share is not None and wanted.fail_below is not None and 100 * share.value < wanted.fail_below
    lines = (
        call.say("simulate.done", **_facts(call, instance, simulation)),
        *measure_lines(total, call.lang),
        promise_line(call, total, target),
        *leavers_lines(call, total, leavers.value),
        *precise_lines(call, precise),
        *(ties.lines(call) if ties else ()),
        *((call.say("simulate.below", percent=f"{wanted.fail_below:g}"),) if low else ()),
        *((call.say("simulate.interrupted", done=simulation.done, asked=simulation.asked),) * simulation.interrupted),
        *((call.say("resume.how"),) * simulation.interrupted),
        call.say("simulate.folder", folder=folder, count=len(files)),
    )
    return Answer(
        Exit.INTERRUPTED if simulation.interrupted else Exit.TARGET_MISSED if low else Exit.DONE,
        lines,
        warnings if call.as_json else (),
        files if call.as_json else (),
        _next(workspace, base),
        {
            **simulation_facts(simulation),
            "dates": simulation.dates,
            "leavers": leavers.value,
            "measures": measure_record(total),
            **precise_record(precise),
            **({"ties": ties.record()} if ties else {}),
        },
    )


def _scenario(base: Instance, scenario: str) -> Instance:
    from scenarios.apply import scenario_instance

    return scenario_instance(base, chosen("--scenario", scenario, ("base", *base.scenarios)))


def _roster(path: Path | None, instance: Instance) -> Roster | None:
    if path is None:
        return None
    from model.files.rosters import read_roster

    return read_roster(path, instance)


def _sites(instance: Instance, site: str | None, roster: Roster | None) -> frozenset[str] | None:
    """Return the site asked for, else the sites of the roster's people: a roster says nothing of other sites."""
    if site is not None:
        return frozenset({chosen("--site", site, tuple(instance.sites))})
    if roster is None:
        return None
    return frozenset(instance.staff[one.person].site for one in roster.assignments)


def _kept(
    call: Call, instance: Instance, wanted: Wanted, roster: Roster | None, sites: frozenset[str] | None
) -> "Kept":
    """Return where the finished replications of this call are kept."""
    facts = {
        "scenario": wanted.scenario,
        "roster": digest_of(wanted.roster),
        "sites": "all" if sites is None else ",".join(sorted(sites)),
        "dates": _dates(call, instance, wanted, roster),
        "tables": sorted({*_tables(instance, wanted, sites), "total"}),
    }
    return kept_of(
        call, instance, wanted.out / "unfinished" / safe(f"simulate-{wanted.scenario}"), facts, wanted.resume
    )


def _run(
    call: Call,
    instance: Instance,
    wanted: Wanted,
    roster: Roster | None,
    sites: frozenset[str] | None,
    kept: "Kept",
) -> "Simulation":
    from simulate.replicate import simulate as run

    asked = wanted.replications or instance.settings.run.replications
    ready_engine(call)
    with progress(call, call.say("simulate.title", scenario=wanted.scenario), asked) as update:
        return run(
            instance,
            seed=call.seed,
            replications=asked,
            dates=_dates(call, instance, wanted, roster),
            roster=roster,
            sites=sites,
            workers=call.workers,
            on_done=watching(call, update),
            scenario=wanted.scenario,
            tables=_tables(instance, wanted, sites),
            kept=kept,
        )


def _tables(instance: Instance, wanted: Wanted, sites: frozenset[str] | None) -> tuple[str, ...]:
    """Return the tables to be made: those written, and by person where ties are shuffled."""
    tables = tables_for(instance, sites)
    return tables if not wanted.shuffle_ties or "person" in tables else (*tables, "person")


def _run_precise(
    call: Call,
    instance: Instance,
    wanted: Wanted,
    roster: Roster | None,
    sites: frozenset[str] | None,
    kept: "Kept",
) -> "Precise | None":
    """Simulate until the precision asked for, if one is."""
    if wanted.precision is None:
        return None
    return run_precise(
        call,
        instance,
        wanted.precision,
        wanted.replications,
        dates=_dates(call, instance, wanted, roster),
        roster=roster,
        sites=sites,
        scenario=wanted.scenario,
        tables=_tables(instance, wanted, sites),
        kept=kept,
    )


def _ties(
    call: Call,
    instance: Instance,
    wanted: Wanted,
    roster: Roster | None,
    sites: frozenset[str] | None,
    usual: "Simulation",
    leavers: "Leavers",
) -> "Ties | None":
    """Play the same replications with ties broken at random, if that is wanted."""
    if not wanted.shuffle_ties or usual.interrupted:
        return None
    from reports.console.ties import ties_between
    from simulate.replicate import simulate as run

    with progress(call, call.say("ties.bar"), usual.done) as update:
        shuffled = run(
            instance,
            seed=call.seed,
            replications=usual.done,
            dates=_dates(call, instance, wanted, roster),
            roster=roster,
            sites=sites,
            workers=call.workers,
            on_done=watching(call, update),
            scenario=wanted.scenario,
            tables=("total", "person"),
            shuffle_ties=True,
        )
    return ties_between(usual, shuffled, leavers) if shuffled.done else None


def _visits(
    call: Call,
    folder: Path,
    instance: Instance,
    wanted: Wanted,
    roster: Roster | None,
    sites: frozenset[str] | None,
) -> tuple[Path, ...]:
    """Write the records of the visits, if they are wanted."""
    if not wanted.visits:
        return ()
    from reports.console.visits import write_visits

    dates = _dates(call, instance, wanted, roster)
    return write_visits(call, folder, instance, dates=dates, roster=roster, sites=sites)


def _dates(call: Call, instance: Instance, wanted: Wanted, roster: Roster | None) -> tuple[date, ...]:
    return roster.dates if roster and wanted.week is None else dates_of(call, instance, wanted.week)


def _facts(call: Call, instance: Instance, simulation: "Simulation") -> dict[str, object]:
    return {
        "name": instance.name.text(call.lang),
        "scenario": simulation.scenario,
        "replications": simulation.done,
        "days": len(simulation.dates),
        "seed": simulation.seed,
    }


def _next(workspace: Path, base: Instance) -> tuple[str, ...]:
    if len(base.sites) == 1:
        return (typed("require", workspace), typed("roster", "solve", workspace))
    return (typed("compare", workspace),)
