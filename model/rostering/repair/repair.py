"""Mend a published roster: first any lawful one, then the best there could be, then the fewest changes near to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster
from model.roster_diff import Cell, Change, changes
from model.rostering.problem import RosterProblem, pose
from model.rostering.repair.climb import Step, climb
from model.rostering.repair.events import Event, ExtraDemand, with_demand, with_events
from model.rostering.repair.search import Found, Search
from model.rostering.repair.takers import filled

# What a repair may cost beyond the best roster there is, where nobody says otherwise.
BUDGET = 0.05


class Stage(StrEnum):
    """How far a repair is."""

    LAWFUL = "lawful"
    BEST = "best"
    FEWEST = "fewest"


@dataclass(frozen=True, slots=True)
class Terms:
    """How much may change: dates before ``freeze_until`` and locked cells never, the cost by ``budget`` of the best.

    ``seconds`` are the solver's deterministic seconds for each of the three searches.
    """

    freeze_until: date | None = None
    locked: tuple[Cell, ...] = ()
    budget: float = BUDGET
    seconds: float = 5.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Repair:
    """A mended roster, over all dates of the published one, and how good it is.

    ``changes`` are those from the published roster; ``least_changes`` is a lower bound on the changed shifts of any
    lawful roster within ``allowed`` points. The points are those of the dates that are not frozen: ``cost`` of this
    roster, ``best`` of the cheapest found, ``bound`` on any; ``steps`` what more changes would
    bring. ``instance`` and ``requirement`` hold the events.
    """

    roster: Roster
    changes: tuple[Change, ...]
    least_changes: int
    costs: Mapping[str, int]
    best: int
    bound: int
    allowed: int
    steps: tuple[Step, ...]
    instance: Instance
    requirement: Requirement | None
    dates: tuple[date, ...]

    @property
    def cost(self) -> int:
        """Return the points over all goals."""
        return sum(self.costs.values())

    @property
    def moved(self) -> int:
        """Return how many shifts changed; other counters for the same shift do not count."""
        return sum(not one.seat_only for one in self.changes)

    @property
    def proved(self) -> bool:
        """Whether no lawful roster within the budget changes fewer shifts."""
        return self.moved <= self.least_changes


def repair(
    instance: Instance,
    published: Roster,
    events: Iterable[Event],
    *,
    site: str,
    requirement: Requirement | None,
    terms: Terms | None = None,
    on_stage: Callable[[Stage], None] | None = None,
) -> Repair:
    """Mend a site's published roster after some events.

    On one model: the fewest changes at any cost, which is lawful at once; the cheapest roster, with as much effort as
    ``terms`` allow; and then, one more change after the other, until the cost is at most the budget above the cheapest.
    Where most of the points cannot be avoided the budget would pay for an open gap; so a repair never costs more than
    giving each gap to its best substitute, or meeting extra demand with one changed shift for each person asked for.

    Raises:
        NoRoster: when no roster keeps all rules with these events, locks and frozen dates.
    """
    terms, tell, events = terms or Terms(), on_stage or (lambda stage: None), tuple(events)
    frozen = tuple(day for day in published.dates if terms.freeze_until and day < terms.freeze_until)
    dates = tuple(day for day in published.dates if day not in frozen)
    changed = with_events(instance, published, events, frozen, terms.locked)
    needs = with_demand(changed, requirement, site, events)
    problem = pose(changed, site, dates, needs)
    search = Search(problem, problem.own(published), seed=terms.seed, seconds=terms.seconds)
    tell(Stage.LAWFUL)
    first = search.lawful()
    tell(Stage.BEST)
    search.price()
    starts = _starts(search, problem, published, first)
    best, bound = search.cheapest(min(starts, key=lambda one: one.cost))
    tell(Stage.FEWEST)
    extra = sum(one.staff for one in events if isinstance(one, ExtraDemand))
    climbed = climb(search, (*starts, best), budget=terms.budget, bound=bound, least=first.least, extra=extra)
    final = search.calmed(climbed.final)
    whole = _whole(published, final.roster, problem)
    return Repair(
        whole,
        changes(published, whole),
        climbed.least,
        final.costs,
        climbed.best.cost,
        min(bound, climbed.best.cost),
        climbed.allowed,
        climbed.steps,
        changed,
        needs,
        problem.dates,
    )


def _starts(search: Search, problem: RosterProblem, published: Roster, first: Found) -> list[Found]:
    """Return the nearest lawful roster and the one in which substitutes fill the gaps, complete with all values."""
    gone = [one for one in problem.own(published).assignments if problem.on_leave(one.person, one.date)]
    tried = (search.completed(one) for one in (first.roster, filled(problem, first.roster, gone)))
    return [one for one in tried if one is not None] or [first]


def _whole(published: Roster, mended: Roster, problem: RosterProblem) -> Roster:
    """Put the mended part in the place of its people and dates."""
    kept = (one for one in published.assignments if one.person not in problem.people or one.date not in problem.opening)
    return Roster(published.dates, tuple(sorted([*kept, *mended.assignments])))
