"""The least number of people each site of an administration needs to keep the promise, found by simulation."""

from collections.abc import Callable, Collection, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context

from model.instance import Instance
from simulate.ctrl_c import ctrl_c_waits, ending, leave_ctrl_c
from simulate.needs.excerpt import excerpt
from simulate.needs.site_search import SiteHeadcount, Terms, search_sites

REPLICATIONS = 4
SITES_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Headcount:
    """The need of all sites, in the order of the instance, and how it was found."""

    sites: tuple[SiteHeadcount, ...]
    seed: int
    dates: tuple[date, ...]
    replications: int

    @property
    def now(self) -> int:
        """Return the people there are."""
        return sum(one.now for one in self.sites)

    @property
    def needed(self) -> int:
        """Return the people needed; a site whose promise cannot be kept counts with the most that was tried."""
        return sum(one.tried if one.needed is None else one.needed for one in self.sites)

    @property
    def beyond(self) -> tuple[str, ...]:
        """Return the sites whose promise more people do not keep."""
        return tuple(one.site for one in self.sites if one.needed is None)

    @property
    def short(self) -> tuple[str, ...]:
        """Return the sites that keep their promise with more people or counters than they have."""
        return tuple(one.site for one in self.sites if one.needed is not None and not one.kept_now)


def least_staff(
    instance: Instance,
    *,
    seed: int | None = None,
    replications: int = REPLICATIONS,
    dates: Sequence[date] | None = None,
    workers: int = 1,
    sites: Collection[str] | None = None,
    on_done: Callable[[int, int], None] | None = None,
) -> Headcount:
    """Find the least people of each site's own mix, on their usual shifts, that keep the promise over the period.

    The present staff is tried first, then a formula's guess, then the bracket is halved, always with the same
    citizens; only sites not yet decided are simulated again. ``on_done`` is told how many sites are decided, of how
    many. The result does not depend on ``workers``.
    """
    chosen = [site for site in instance.sites if sites is None or site in sites]
    run = instance.settings.run
    terms = Terms(
        run.seed if seed is None else seed,
        replications,
        instance.calendar.worked(run.dates if dates is None else dates),
    )
    instance = replace(instance, roster=None)
    # Neighbours in the list are dealt out to different parts, so that the parts take about as long.
    many = -(-len(chosen) // SITES_AT_ONCE)
    parts = [chosen[first::many] for first in range(many)]
    found: dict[str, SiteHeadcount] = {}
    with closing(_search_all(instance, parts, terms, workers)) as answers:
        for part in answers:
            found.update((one.site, one) for one in part)
            if on_done is not None:
                on_done(len(found), len(chosen))
    return Headcount(tuple(found[site] for site in chosen), terms.seed, terms.dates, replications)


def _search_all(
    instance: Instance, parts: Sequence[Collection[str]], terms: Terms, workers: int
) -> Generator[list[SiteHeadcount], None, None]:
    """Yield the answers part by part, from this process or from several."""
    pieces = (excerpt(instance, part) for part in parts)
    if workers <= 1 or len(parts) <= 1:
        yield from (search_sites(piece, terms) for piece in pieces)
        return
    pool = ProcessPoolExecutor(min(workers, len(parts)), get_context("spawn"), leave_ctrl_c)
    with ending(pool):
        with ctrl_c_waits():
            futures = [pool.submit(search_sites, piece, terms) for piece in pieces]
        for future in as_completed(futures):
            yield future.result()
