"""What a report tells, taken out of a comparison and a week's plan: one view for tables, charts and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from model.figures import Label, Name
from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster
from model.services import Target

if TYPE_CHECKING:
    import pandas as pd

Frames = Mapping[str, "pd.DataFrame"]
"""Tidy frames of ``simulate.intervals`` by table: key columns, measure, value, low, high."""


@dataclass(frozen=True, slots=True)
class Needed:
    """The least staff found that keeps the promise everywhere.

    ``beyond`` sites do not keep it with any number tried; they count with the most that was tried.
    ``short`` sites keep it, but not with the people and counters they have now.
    """

    staff: int
    beyond: int = 0
    short: int = 0


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """What one scenario came to.

    ``changes`` are against the base and empty for the base itself. ``stranded`` dossiers a day find no site that
    serves them.
    """

    id: str
    name: Name
    sites: int
    staff: int
    frames: Frames
    changes: Frames = field(default_factory=dict)
    label: Label = Label.UNLABELLED
    source: str = ""
    needed: Needed | None = None
    site_names: Mapping[str, str] = field(default_factory=dict)
    stranded: float = 0.0


@dataclass(frozen=True, slots=True)
class Compared:
    """Scenarios beside each other, the base first; ``staff_replications`` 0 says that no staff was searched."""

    base: str
    results: tuple[ScenarioResult, ...]
    target: Target
    service_names: Mapping[str, Name]
    dates: tuple[date, ...]
    replications: int
    seed: int
    interrupted: bool = False
    staff_replications: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """A branch's week: waits with the usual shifts and with the roster, the requirement between them."""

    instance: Instance
    site: str
    dates: tuple[date, ...]
    before: Frames
    after: Frames
    changes: Frames
    requirement: Requirement
    roster: Roster
    breaches: int
    costs: Mapping[str, int]
    status: str
    cost: float
    bound: float
    replications: int
    seed: int
    solver: Mapping[str, str] = field(default_factory=dict)

    @property
    def target(self) -> Target:
        """Return the promise of the workspace."""
        return self.instance.settings.target
