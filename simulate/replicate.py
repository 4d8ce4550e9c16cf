"""Many replications of a period: the public way to simulate an administration.

The unit of work and of statistics is one replication: all dates of the period once. Citizens have the same luck
whatever the sites, the roster or the scenario, so two simulations may be compared replication by replication.
"""

from collections.abc import Callable, Collection, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context

from model.instance import Instance
from model.roster import Roster
from simulate.compiled_doors import prepare_doors
from simulate.compiled_sums import prepare_sums
from simulate.ctrl_c import ctrl_c_waits, ending, leave_ctrl_c
from simulate.engines.choose import prepare
from simulate.frame import TABLES, Frame, frame_of
from simulate.kept import Kept
from simulate.luck import prepare_luck
from simulate.measured import Part
from simulate.measures import tally
from simulate.play import Stage, play_replication, set_stage
from simulate.tallies import Names, Tallies

Parts = tuple[int, dict[str, Part]]


@dataclass(frozen=True, slots=True)
class Simulation:
    """What was simulated and its tables (see ``docs/day.md``); ``asked`` replications, fewer where interrupted."""

    scenario: str
    seed: int
    dates: tuple[date, ...]
    asked: int
    interrupted: bool
    tallies: Tallies

    @property
    def done(self) -> int:
        """Return the number of finished replications."""
        return len(self.tallies.parts)


def simulate(
    instance: Instance,
    *,
    seed: int | None = None,
    replications: int | None = None,
    dates: Sequence[date] | None = None,
    roster: Roster | None = None,
    sites: Collection[str] | None = None,
    workers: int = 1,
    on_done: Callable[[Simulation], None] | None = None,
    scenario: str = "base",
    tables: Collection[str] = TABLES,
    enough: Callable[[Simulation], bool] | None = None,
    kept: Kept | None = None,
    shuffle_ties: bool = False,
) -> Simulation:
    """Simulate a period many times.

    What is not given comes from the workspace's settings; ``roster`` from the workspace's own roster, without which
    everyone works their usual shift. ``sites`` plays only some sites, with the citizens they would have anyway.
    ``on_done`` is called after each replication, in order, with all that is finished so far; Ctrl+C ends the run and
    keeps it. ``tables`` leaves out tables nobody will read. ``enough`` is asked after each replication whether the rest
    may be left out (see ``simulate.precision``). ``kept`` keeps each finished replication on disk and hands back those
    it holds, which are not played again; it has to be of this very run. ``shuffle_ties`` breaks ties at random (see
    ``simulate.ties``). The result does not depend on ``workers``.
    """
    run = instance.settings.run
    asked = run.replications if replications is None else replications
    stage = set_stage(
        instance,
        instance.calendar.worked(run.dates if dates is None else dates),
        run.seed if seed is None else seed,
        roster or instance.roster,
        None if sites is None else frozenset(sites),
        shuffle_ties=shuffle_ties,
    )
    task = _Task(stage, frame_of(stage), frozenset(tables))
    names = Names(tuple(instance.sites), tuple(instance.services), tuple(instance.staff), stage.dates)
    parts: list[Parts] = []

    def so_far(interrupted: bool = False) -> Simulation:
        return Simulation(scenario, stage.seed, stage.dates, asked, interrupted, Tallies(names, tuple(parts)))

    try:
        with closing(_results(task, asked, workers, kept)) as results:
            for part in results:
                parts.append(part)
                if on_done is not None:
                    on_done(so_far())
                if enough is not None and enough(so_far()):
                    break
    except KeyboardInterrupt:
        return so_far(interrupted=True)
    return so_far()


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker needs; sent once."""

    stage: Stage
    frame: Frame
    tables: frozenset[str]

    def play(self, replication: int) -> Parts:
        """Play and tally one replication."""
        ledger = play_replication(self.stage, replication)
        return replication, tally(self.frame, self.stage.rows, ledger, self.tables)


def _results(task: _Task, asked: int, workers: int, kept: Kept | None) -> Generator[Parts, None, None]:
    """Yield the replications in order: kept ones as they are, the others played and then kept."""
    if kept is None:
        yield from _played(task, range(asked), workers)
        return
    kept.begin()
    held = {at: tables for at in range(asked) if (tables := kept.load(at)) is not None}
    with closing(_played(task, [at for at in range(asked) if at not in held], workers)) as played:
        for at in range(asked):
            tables = held.get(at)
            if tables is None:
                _, tables = next(played)
                kept.keep(at, tables)
            yield at, tables


def _played(task: _Task, wanted: Sequence[int], workers: int) -> Generator[Parts, None, None]:
    """Play replications and yield them in order, from this process or from several."""
    if workers <= 1 or len(wanted) <= 1:
        yield from map(task.play, wanted)
        return
    # Workers that find nothing compiled would all compile.
    prepare()
    prepare_luck()
    prepare_doors()
    prepare_sums()
    # A spawned worker starts from nothing: the same on every system, and safe beside threads.
    pool = ProcessPoolExecutor(min(workers, len(wanted)), get_context("spawn"), _begin, (task,))
    with ending(pool):
        with ctrl_c_waits():
            futures: list[Future[Parts]] = [pool.submit(_work, at) for at in wanted]
        for future in futures:
            yield future.result()


_mine: list[_Task] = []


def _begin(task: _Task) -> None:
    """Receive the task in a worker, and leave Ctrl+C to the process that started it."""
    leave_ctrl_c()
    _mine[:] = [task]


def _work(replication: int) -> Parts:
    return _mine[0].play(replication)
