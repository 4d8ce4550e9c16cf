"""Plans a date at many sites, each for itself, in several processes; what is finished is handed on at once.

Branches share no promise and, on one day, no people: lent staff are at the site that has them. So each site is a search
of its own with the effort of its own, and the answers are the same on any number of workers.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from time import perf_counter

from model.instance import Instance
from scenarios.promise.plan import Effort, Planned, plan_day
from scenarios.promise.prepare import NobodyError
from simulate.compiled_doors import prepare_doors
from simulate.compiled_sums import prepare_sums
from simulate.ctrl_c import ctrl_c_waits, ending, leave_ctrl_c
from simulate.engines.choose import prepare
from simulate.luck import prepare_luck


@dataclass(frozen=True, slots=True)
class Answered:
    """The plan of a site, or the services for which nobody is there."""

    site: str
    planned: Planned | None
    nobody: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """What is planned at every site: the effort, and seconds of the clock for each search on top (None: no limit)."""

    instance: Instance
    day: date
    seed: int
    effort: Effort
    seconds: float | None = None


def sites_to_plan(instance: Instance, day: date) -> tuple[str, ...]:
    """Return the sites that are open on a date and have staff, in the order of the file."""
    staffed = {one.site for one in instance.staff.values()}
    return tuple(site for site in instance.sites if site in staffed and instance.opening(site, day))


def plan_sites(task: Task, sites: Sequence[str], workers: int = 1) -> Iterator[Answered]:
    """Yield the plan of each site as it is finished; the order depends on the workers, the plans do not."""
    if workers <= 1 or len(sites) <= 1:
        yield from (answered(task, site) for site in sites)
        return
    # Workers that find nothing compiled would all compile.
    prepare()
    prepare_luck()
    prepare_doors()
    prepare_sums()
    pool = ProcessPoolExecutor(min(workers, len(sites)), get_context("spawn"), _begin, (task,))
    with ending(pool):
        with ctrl_c_waits():
            futures: list[Future[Answered]] = [pool.submit(_work, site) for site in sites]
        for future in as_completed(futures):
            yield future.result()


def answered(task: Task, site: str) -> Answered:
    """Plan one site."""
    began = perf_counter()

    def used() -> float:
        return 0.0 if task.seconds is None else (perf_counter() - began) / task.seconds

    try:
        planned = plan_day(task.instance, site, task.day, seed=task.seed, effort=task.effort, used=used)
    except NobodyError as error:
        return Answered(site, None, error.services)
    return Answered(site, planned)


_mine: list[Task] = []


def _begin(task: Task) -> None:
    """Receive the task in a worker, and leave Ctrl+C to the process that started it."""
    leave_ctrl_c()
    _mine[:] = [task]


def _work(site: str) -> Answered:
    return answered(_mine[0], site)
