"""Who can take a shift that nobody works any more, and why not the others: by the judge alone, one person at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from model.roster import Assignment, Roster
from model.rostering.judge import Verdict, judged
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach


@dataclass(frozen=True, slots=True)
class Taker:
    """One person as a substitute: the rules newly broken, else what it costs beyond leaving the gap open.

    ``gives_up`` is the shift the person works that day as it is, empty on a day off. ``costs`` holds the points by aim
    that differ. ``skilled`` tells whether the person holds any of the skills that fell away, ``lawful`` whether
    the whole roster is lawful then; it may still lack somebody elsewhere.
    """

    person: str
    shift: str
    counter: str
    gives_up: str
    breaches: tuple[Breach, ...]
    costs: Mapping[str, int] = field(default_factory=dict)
    lawful: bool = False
    skilled: bool = True

    @property
    def there(self) -> bool:
        """Whether the person works that very shift anyway, so that it fills no gap."""
        return self.gives_up == self.shift

    @property
    def able(self) -> bool:
        """Whether the person can do it, no rule forbids it, and they are not there anyway."""
        return self.skilled and not self.breaches and not self.there

    @property
    def cost(self) -> int:
        """Return the points beyond leaving the gap open; below zero where it pays."""
        return sum(self.costs.values())


def takers(problem: RosterProblem, roster: Roster, gap: Assignment) -> tuple[Taker, ...]:
    """Rank everybody else of the site for a shift that is open: able and cheapest first, then those who may not.

    ``roster`` is the one with the gap, ``gap`` the assignment that fell away.
    """
    base = judged(roster, problem)
    found = [_taker(problem, roster, base, gap, person) for person in problem.people if person != gap.person]
    return tuple(
        sorted(
            found,
            key=lambda one: (not one.able, not one.there, not one.skilled, one.cost, bool(one.gives_up), one.person),
        )
    )


def _taker(problem: RosterProblem, roster: Roster, base: Verdict, gap: Assignment, person: str) -> Taker:
    wanted = _wanted(problem, gap)
    if not wanted & problem.people[person].skills.keys():
        return Taker(person, gap.shift, "", roster.shift(person, gap.date) or "", (), skilled=False)
    others = [one for one in roster.assignments if (one.person, one.date) != (person, gap.date)]
    seat = _seat(problem, others, gap, person)
    mine = Assignment(gap.date, person, gap.shift, seat)
    verdict = judged(Roster(roster.dates, tuple(sorted([*others, mine]))), problem)
    before = {(one.rule, one.person, one.date, tuple(sorted(map(str, one.facts.values())))) for one in base.breaches}
    new = tuple(
        one
        for one in verdict.breaches
        if (one.rule, one.person, one.date, tuple(sorted(map(str, one.facts.values())))) not in before
    )
    costs = {goal: points - base.costs[goal] for goal, points in verdict.costs.items() if points != base.costs[goal]}
    return Taker(
        person, gap.shift, seat, roster.shift(person, gap.date) or "", new, {} if new else costs, verdict.lawful
    )


def _wanted(problem: RosterProblem, gap: Assignment) -> frozenset[str]:
    """Return the skills that fell away: those used at the counter, else all the person holds."""
    return problem.profile(gap.person, gap.counter) or frozenset(problem.people[gap.person].skills)


def _seat(problem: RosterProblem, others: list[Assignment], gap: Assignment, person: str) -> str:
    """Return the counter that became free if it is of use to the person, else any free one, empty where none is."""
    span = problem.shifts[gap.shift].span
    today = (one for one in others if one.date == gap.date)
    taken = {one.counter for one in today if problem.shifts[one.shift].span.overlaps(span)}
    wanted = _wanted(problem, gap)
    free = [counter for counter in problem.counters if counter not in taken]
    useful = [counter for counter in free if problem.profile(person, counter) & wanted]
    if gap.counter in useful:
        return gap.counter
    return max(useful, key=lambda counter: len(problem.profile(person, counter)), default="")


def filled(problem: RosterProblem, roster: Roster, open_shifts: Iterable[Assignment]) -> Roster:
    """Give each open shift to whoever can take it at least cost; it stays open where that costs more than the gap."""
    for gap in open_shifts:
        best = next(iter(takers(problem, roster, gap)), None)
        if best is not None and best.able and best.cost < 0:
            others = [one for one in roster.assignments if (one.person, one.date) != (best.person, gap.date)]
            mine = Assignment(gap.date, best.person, best.shift, best.counter)
            roster = Roster(roster.dates, tuple(sorted([*others, mine])))
    return roster


def gaps(roster: Roster, person: str, first: date, last: date) -> tuple[Assignment, ...]:
    """Return the shifts that a person would have worked between two dates, both inclusive."""
    return tuple(one for one in roster.of(person) if first <= one.date <= last)
