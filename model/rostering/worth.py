"""What a shift, and each rule, is worth: forbid it or drop it, search again, and look at the difference."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from model.lock import Lock
from model.roster import Assignment, Roster
from model.rostering.catalogue import RULES
from model.rostering.clash.clash import Clashes, find_clashes
from model.rostering.judge import judged
from model.rostering.no_roster import NoRoster
from model.rostering.problem import RosterProblem, pose
from model.rostering.repair.search import Found, Search
from model.rostering.repair.takers import filled
from model.rostering.rule import Rule

# Not rules of law but what a shift at a counter is: without them there is no roster to price.
NATURE = ("one_shift_a_day", "own_counter", "counter_capacity")


@dataclass(frozen=True, slots=True)
class Otherwise:
    """The cheapest rosters found with and without a person's shift on a date, with their points by aim.

    ``bound`` is what no roster without it can beat. Where there is none, ``without`` is None and ``clashes`` tells why.
    """

    person: str
    date: date
    shift: str
    kept: Mapping[str, int]
    without: Mapping[str, int] | None
    bound: int
    clashes: Clashes | None = None

    @property
    def extra(self) -> int:
        """Return how many more points it costs without the shift; zero where there is no roster without it."""
        return 0 if self.without is None else sum(self.without.values()) - sum(self.kept.values())


@dataclass(frozen=True, slots=True)
class RulePrice:
    """What a rule costs: the points saved without it as far as the search found, and the most that could be saved."""

    rule: str
    saved: int
    most: int


@dataclass(frozen=True, slots=True)
class RulePrices:
    """The points of the roster as it is, of the cheapest found under all rules, and the price of each rule."""

    cost: int
    best: int
    rules: tuple[RulePrice, ...]


def otherwise(
    problem: RosterProblem, roster: Roster, person: str, day: date, *, seconds: float = 5.0, seed: int = 1
) -> Otherwise:
    """Search for the cheapest roster with a person's shift of a date and for the cheapest without it.

    Raises:
        ValueError: when the person is off on the date.
        NoRoster: when no roster keeps all rules even with the shift.
    """
    shift = roster.shift(person, day)
    if shift is None:
        raise ValueError(person)
    kept, _ = _cheapest(_locked(problem, Lock(day, person, shift)), problem.own(roster), RULES, seconds, seed)
    other = _locked(problem, Lock(day, person, shift, forbidden=True))
    gap = next(one for one in roster.of(person) if one.date == day)
    try:
        found, bound = _cheapest(other, kept.roster, RULES, seconds, seed, gap)
    except NoRoster:
        return Otherwise(person, day, shift, kept.costs, None, 0, find_clashes(other, seed=seed))
    return Otherwise(person, day, shift, kept.costs, found.costs, bound)


def _locked(problem: RosterProblem, lock: Lock) -> RosterProblem:
    instance = replace(problem.instance, locks=(*problem.instance.locks, lock))
    return pose(instance, problem.site, problem.dates, problem.requirement)


def rule_prices(
    problem: RosterProblem,
    roster: Roster,
    *,
    seconds: float = 2.0,
    seed: int = 1,
    on_rule: Callable[[int, str], None] | None = None,
) -> RulePrices:
    """Find the cheapest roster under all rules; then drop one after the other, search on, and tell what was saved.

    The dearest rule comes first. ``on_rule`` is told the number and name of each before it is searched.

    Raises:
        NoRoster: when no roster keeps all rules.
    """
    base, _ = _cheapest(problem, problem.own(roster), RULES, seconds, seed)
    found = []
    for place, rule in enumerate(one for one in RULES if one.id not in NATURE):
        if on_rule is not None:
            on_rule(place, rule.id)
        kept = [one for one in RULES if one is not rule]
        best, bound = _cheapest(problem, base.roster, kept, seconds, seed)
        saved = max(0, base.cost - best.cost)
        found.append(RulePrice(rule.id, saved, max(saved, base.cost - bound)))
    prices = sorted(found, key=lambda one: (-one.saved, -one.most))
    return RulePrices(judged(roster, problem).cost, base.cost, tuple(prices))


def _cheapest(
    problem: RosterProblem,
    roster: Roster,
    rules: Iterable[Rule],
    seconds: float,
    seed: int,
    gap: Assignment | None = None,
) -> tuple[Found, int]:
    """Return the cheapest roster found under some rules, starting from the lawful one nearest to a roster.

    A shift that falls away is first given to whoever can take it at least cost.
    """
    search = Search(problem, roster, seed=seed, seconds=seconds, rules=tuple(rules))
    first = search.lawful()
    search.price()
    tried = [first.roster] if gap is None else [first.roster, filled(problem, first.roster, [gap])]
    starts = [one for one in map(search.completed, tried) if one is not None]
    return search.cheapest(min(starts or [first], key=lambda one: one.cost))
