"""Compare scenarios with a base: figures with intervals, differences paired, and the staff the promise takes."""

from collections.abc import Callable, Sequence
from datetime import date

from model.instance import Instance
from scenarios.comparison import SUMMARISED, Comparison, Outcome
from scenarios.run import Played, run_scenarios
from scenarios.workload import stranded
from simulate.headcount import REPLICATIONS, Headcount, least_staff
from simulate.intervals import difference, summarise
from simulate.kept import Kept
from simulate.replicate import Simulation

OnDone = Callable[[str, str, int, int], None]
"""Progress: scenario, what is done (``simulate`` or ``staff``), how much of it, of how much."""


def compare(
    instance: Instance,
    scenario_ids: Sequence[str],
    *,
    base: str = "base",
    seed: int | None = None,
    replications: int | None = None,
    dates: Sequence[date] | None = None,
    workers: int = 1,
    staff_search: bool = True,
    staff_replications: int = REPLICATIONS,
    on_done: OnDone | None = None,
    kept: Callable[[str], Kept] | None = None,
) -> Comparison:
    """Run the base and the scenarios on the same citizens and hold each against the base.

    With ``staff_search`` the least headcount that keeps the promise is searched for every site of every scenario, on
    the first ``staff_replications`` replications of the run. ``kept`` is that of
    ``run_scenarios``. An interrupted comparison holds what was finished.

    Raises:
        InputError: when a scenario is unknown or cannot be applied.
    """
    asked = tuple(dict.fromkeys((base, *scenario_ids)))
    tell = _telling(on_done)
    played = run_scenarios(
        instance, asked, seed=seed, replications=replications, dates=dates, workers=workers, on_done=tell, kept=kept
    )
    cut = any(one.simulation.interrupted for one in played) or len(played) < len(asked)
    # Who stops the simulations does not want to wait for the search, which takes much longer.
    heads = _headcounts(played, staff_replications, workers, on_done) if staff_search and not cut else {}
    outcomes = tuple(_outcome(one, played[0].simulation, heads.get(one.id)) for one in played)
    short = staff_search and len(heads) < len(played)
    return Comparison(base, outcomes, instance, asked, interrupted=cut or short)


def _telling(on_done: OnDone | None) -> Callable[[Simulation], None] | None:
    """Return what tells progress of a simulation, if anybody listens."""
    if on_done is None:
        return None
    return lambda so_far: on_done(so_far.scenario, "simulate", so_far.done, so_far.asked)


def _headcounts(
    played: Sequence[Played], replications: int, workers: int, on_done: OnDone | None
) -> dict[str, Headcount]:
    """Search the staff of each scenario that was simulated to the end; Ctrl+C keeps those that are found."""
    found: dict[str, Headcount] = {}
    try:
        for one in played:
            found[one.id] = _headcount(one, replications, workers, on_done)
    except KeyboardInterrupt:
        return found
    return found


def _headcount(one: Played, replications: int, workers: int, on_done: OnDone | None) -> Headcount:
    """Search the staff of one scenario with the seed and the dates of its simulation."""
    return least_staff(
        one.instance,
        seed=one.simulation.seed,
        replications=min(replications, one.simulation.asked),
        dates=one.simulation.dates,
        workers=workers,
        on_done=None if on_done is None else lambda done, of: on_done(one.id, "staff", done, of),
    )


def _outcome(one: Played, base: Simulation, headcount: Headcount | None) -> Outcome:
    """Summarise a scenario and its differences to the base, those who leave counted as the promise has it."""
    leavers = one.instance.settings.target.leavers
    return Outcome(
        id=one.id,
        name=one.name,
        label=one.label,
        source=one.source,
        instance=one.instance,
        simulation=one.simulation,
        summaries={table: summarise(one.simulation, table, leavers) for table in SUMMARISED},
        differences={}
        if one.simulation is base
        else {table: difference(base, one.simulation, table, leavers) for table in SUMMARISED},
        headcount=headcount,
        stranded=stranded(one.instance),
    )
