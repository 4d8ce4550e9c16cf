"""The least number of people each site of an administration needs to keep the promise, found by simulation."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal

from model.index import index_sites
from model.instance import Instance
from simulate.needs.bracket import Bracket
from simulate.needs.crowd import with_people
from simulate.needs.excerpt import excerpt
from simulate.needs.guess import guess_people, skills_asked
from simulate.needs.promise import Kept, promises
from simulate.replicate import simulate

REPLICATIONS = 4
SITES_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class SiteHeadcount:
    """What one site needs: people now and needed (None: even ``tried`` people do not keep the promise).

    ``share_now`` and ``share_needed`` are the shares called in time with each, ``half`` the half-width of the 95 %
    interval of the latter. ``counters`` is how many counters the needed people would sit at. ``missing`` are skills
    that citizens of the site ask for and nobody there holds: more of the same people do not help those.
    """

    site: str
    now: int
    needed: int | None
    kept_now: bool
    share_now: float
    share_needed: float
    half: float
    counters_now: int
    counters: int
    tried: int
    missing: tuple[str, ...] = ()


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
    terms = _Terms(
        run.seed if seed is None else seed,
        replications,
        instance.calendar.worked(run.dates if dates is None else dates),
    )
    instance = replace(instance, roster=None)
    # Neighbours in the list are dealt out to different parts, so that the parts take about as long.
    many = -(-len(chosen) // SITES_AT_ONCE)
    parts = [chosen[first::many] for first in range(many)]
    found: dict[str, SiteHeadcount] = {}
    for part in _search_all(instance, parts, terms, workers):
        found.update((one.site, one) for one in part)
        if on_done is not None:
            on_done(len(found), len(chosen))
    return Headcount(tuple(found[site] for site in chosen), terms.seed, terms.dates, replications)


@dataclass(frozen=True, slots=True)
class _Terms:
    """How every try is simulated."""

    seed: int
    replications: int
    dates: tuple[date, ...]


def _search_all(
    instance: Instance, parts: Sequence[Collection[str]], terms: _Terms, workers: int
) -> Iterator[list[SiteHeadcount]]:
    """Yield the answers part by part, from this process or from several."""
    pieces = (excerpt(instance, part) for part in parts)
    if workers <= 1 or len(parts) <= 1:
        yield from (_search(piece, terms) for piece in pieces)
        return
    pool = ProcessPoolExecutor(min(workers, len(parts)), get_context("spawn"), _leave_ctrl_c)
    try:
        for future in as_completed([pool.submit(_search, piece, terms) for piece in pieces]):
            yield future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_ctrl_c() -> None:
    """Leave Ctrl+C to the process that started this one."""
    signal(SIGINT, SIG_IGN)


def _search(instance: Instance, terms: _Terms) -> list[SiteHeadcount]:
    """Decide every site of a small administration."""
    search = _Search(instance, terms)
    while search.open:
        search.step()
    return [search.answer(site) for site in instance.sites]


class _Search:
    """The brackets of some sites and what the tries showed."""

    def __init__(self, instance: Instance, terms: _Terms) -> None:
        self._instance, self._terms, self._index = instance, terms, index_sites(instance)
        self._now = self._try(instance, instance.sites)
        factors = [instance.demand.factor(day) for day in terms.dates] or [1.0]
        self._asked = skills_asked(instance)
        self._shown: dict[str, dict[int, Kept]] = {site: {} for site in instance.sites}
        self._brackets = {
            site: self._begin(site, guess)
            for site, guess in guess_people(instance, sum(factors) / len(factors)).items()
        }

    @property
    def open(self) -> tuple[str, ...]:
        """Return the sites not yet decided."""
        return tuple(site for site, bracket in self._brackets.items() if not bracket.decided)

    def step(self) -> None:
        """Try the next number of people at every open site, all in one simulation."""
        numbers = {site: self._brackets[site].next for site in self.open}
        small = excerpt(self._instance, numbers)
        for site, shown in self._try(with_people(small, numbers), numbers).items():
            self._shown[site][numbers[site]] = shown
            self._brackets[site] = self._brackets[site].learn(numbers[site], shown.kept)

    def answer(self, site: str) -> SiteHeadcount:
        """Return what was found for a site."""
        bracket, now = self._brackets[site], self._now[site]
        tried = max((*self._shown[site], len(self._index.people[site])))
        needed = bracket.kept
        shown = self._shown[site].get(tried if needed is None else needed, now)
        present, counters = len(self._index.people[site]), len(self._index.counters[site])
        return SiteHeadcount(
            site=site,
            now=present,
            needed=needed,
            kept_now=now.kept,
            share_now=now.share,
            share_needed=shown.share,
            half=shown.half,
            counters_now=counters,
            counters=max(counters, tried if needed is None else needed),
            tried=tried,
            missing=tuple(sorted(self._asked[site] - self._held(site))),
        )

    def _held(self, site: str) -> frozenset[str]:
        """Return the skills of the site's people; a site without people would get people with every skill."""
        people = self._index.people[site]
        return frozenset().union(*(one.skills for one in people)) if people else self._asked[site]

    def _begin(self, site: str, guess: int) -> Bracket:
        """Return what the present staff says; those without a counter were not seen at work."""
        present = len(self._index.people[site])
        if not guess:
            return Bracket(0, most=0, least=0, kept=0)
        bracket = Bracket(guess, most=max(3 * present, 3 * guess, 10))
        if self._now[site].kept:
            return bracket.learn(present, True)
        return bracket.learn(min(present, len(self._index.counters[site])), False)

    def _try(self, instance: Instance, sites: Collection[str]) -> Mapping[str, Kept]:
        """Simulate some sites and judge their promises."""
        simulation = simulate(
            instance,
            seed=self._terms.seed,
            replications=self._terms.replications,
            dates=self._terms.dates,
            sites=sites,
            tables=("site_service",),
        )
        return promises(instance, simulation)
