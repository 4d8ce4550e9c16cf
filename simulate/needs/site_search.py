"""The least people of each site of a small administration, all sites bracketed side by side."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from model.index import index_sites
from model.instance import Instance
from simulate.needs.bracket import Bracket
from simulate.needs.crowd import with_people
from simulate.needs.excerpt import excerpt
from simulate.needs.guess import guess_people, skills_asked
from simulate.needs.promise import Kept, promises
from simulate.replicate import simulate


@dataclass(frozen=True, slots=True)
class Terms:
    """How every try is simulated."""

    seed: int
    replications: int
    dates: tuple[date, ...]


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


def search_sites(instance: Instance, terms: Terms) -> list[SiteHeadcount]:
    """Decide every site of a small administration."""
    search = _Search(instance, terms)
    while search.open:
        search.step()
    return [search.answer(site) for site in instance.sites]


class _Search:
    """The brackets of some sites and what the tries showed."""

    def __init__(self, instance: Instance, terms: Terms) -> None:
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
