"""Does a roster hold, and what does it cost? Told without the solver that made it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster
from model.rostering.catalogue import GOALS, RULES
from model.rostering.problem import RosterProblem, pose
from model.rostering.rule import Breach
from model.rostering.seats import seated


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a roster breaks, rule by rule in the order of the catalogue, and the points it pays by goal."""

    breaches: tuple[Breach, ...]
    costs: Mapping[str, int]

    @property
    def lawful(self) -> bool:
        """Whether no rule is broken."""
        return not self.breaches

    @property
    def cost(self) -> int:
        """Return the points over all goals."""
        return sum(self.costs.values())


def judge(
    instance: Instance, roster: Roster, requirement: Requirement | None, dates: Sequence[date], site: str
) -> Verdict:
    """Judge the part of a roster that concerns one site and some dates.

    Without a requirement, shortage and surplus cost nothing. A person without a counter is given a free one first.

    Raises:
        KeyError: when the roster names a shift the workspace does not have.
    """
    return judged(roster, pose(instance, site, dates, requirement))


def judged(roster: Roster, problem: RosterProblem) -> Verdict:
    """Judge a roster against a problem already posed."""
    mine = seated(problem.own(roster), problem)
    breaches = tuple(breach for rule in RULES for breach in rule.broken(mine, problem))
    return Verdict(breaches, {goal.id: goal.cost(mine, problem) for goal in GOALS})
