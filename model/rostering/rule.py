"""What a hard rule is: told once to the solver and once to a reader, and both must agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works

Fact = str | int | date
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a roster breaks a rule.

    ``person`` is empty where nobody in particular is concerned. ``facts`` fill the rule's sentence in the wording
    catalogue, beside ``person`` and ``date``: codes, minutes as ``HH:MM``, whole numbers and dates.
    """

    rule: str
    person: str
    date: date
    facts: Facts = field(default_factory=dict)


class Rule(Protocol):
    """A hard rule. ``laws`` are the labour figures it reads; their articles stand in the workspace."""

    @property
    def id(self) -> str:
        """The stable name of the rule."""
        ...

    @property
    def laws(self) -> tuple[LabourRule, ...]:
        """The figures of labour law the rule reads."""
        ...

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Tell the solver."""
        ...

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Tell where a finished roster breaks the rule."""
        ...
