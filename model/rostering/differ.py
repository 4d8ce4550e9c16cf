"""Two rosters of one site side by side: cells, hours, points by aim, and rules broken or broken no more."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.roster import Roster
from model.roster_diff import Change, changes
from model.rostering.judge import judged
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach


@dataclass(frozen=True, slots=True)
class Difference:
    """What the second roster has different.

    ``minutes`` holds the paid minutes before and after of everybody for whom they differ, ``costs`` the points of
    every aim before and after.
    """

    changes: tuple[Change, ...]
    minutes: Mapping[str, tuple[int, int]]
    costs: Mapping[str, tuple[int, int]]
    broken: tuple[Breach, ...]
    mended: tuple[Breach, ...]

    @property
    def shifts(self) -> int:
        """Return how many days have another shift."""
        return sum(not one.seat_only for one in self.changes)

    @property
    def counters(self) -> int:
        """Return how many days have the same shift at another counter."""
        return len(self.changes) - self.shifts


def differ(problem: RosterProblem, before: Roster, after: Roster) -> Difference:
    """Compare two rosters as far as they concern the site and dates of a problem."""
    old, new = problem.own(before), problem.own(after)
    verdicts = judged(old, problem), judged(new, problem)
    known = [{_key(one) for one in verdict.breaches} for verdict in verdicts]
    paid = [_minutes(problem, roster) for roster in (old, new)]
    return Difference(
        changes(old, new),
        {who: (paid[0][who], paid[1][who]) for who in problem.people if paid[0][who] != paid[1][who]},
        {goal: (points, verdicts[1].costs[goal]) for goal, points in verdicts[0].costs.items()},
        tuple(one for one in verdicts[1].breaches if _key(one) not in known[0]),
        tuple(one for one in verdicts[0].breaches if _key(one) not in known[1]),
    )


def _minutes(problem: RosterProblem, roster: Roster) -> dict[str, int]:
    paid = dict.fromkeys(problem.people, 0)
    for one in roster.assignments:
        paid[one.person] += problem.shifts[one.shift].paid_minutes
    return paid


def _key(breach: Breach) -> tuple[object, ...]:
    return breach.rule, breach.person, breach.date, tuple(sorted(map(str, breach.facts.items())))
