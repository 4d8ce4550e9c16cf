"""What citizens come for: services, the minutes they take, and the promise made about the wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.figures import Name
from model.leavers import Leavers


class Level(StrEnum):
    """The tier of government a service belonged to before the merger."""

    COMMUNE = "commune"
    DISTRICT = "district"
    CITY = "city"


class VisitType(StrEnum):
    """Why a citizen comes in person: hand in a dossier, collect a result, or be guided."""

    SUBMIT = "submit"
    COLLECT = "collect"
    GUIDE = "guide"


class LawKind(StrEnum):
    """The named probability laws for minutes."""

    LOGNORMAL = "lognormal"
    GAMMA = "gamma"
    EXPONENTIAL = "exponential"
    DETERMINISTIC = "deterministic"
    TRIANGULAR = "triangular"
    PERT = "pert"
    EMPIRICAL = "empirical"


@dataclass(frozen=True, slots=True)
class Law:
    """A probability law of minutes.

    ``mean`` (and ``cv``, the coefficient of variation) serve lognormal, gamma, exponential and deterministic;
    ``low``, ``mode``, ``high`` serve triangular and PERT; ``values`` are the equally likely observations of
    the empirical law.
    """

    kind: LawKind
    mean: float = 0.0
    cv: float = 0.0
    low: float = 0.0
    mode: float = 0.0
    high: float = 0.0
    values: tuple[float, ...] = ()

    @property
    def expected(self) -> float:
        """Return the mean in minutes."""
        match self.kind:
            case LawKind.TRIANGULAR:
                return (self.low + self.mode + self.high) / 3
            case LawKind.PERT:
                return (self.low + 4 * self.mode + self.high) / 6
            case LawKind.EMPIRICAL:
                return sum(self.values) / len(self.values)
            case _:
                return self.mean


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: at least ``share`` of the visits are called within ``within`` minutes; mean wait at most ``mean``.

    ``leavers`` is how those who leave count in the share.
    """

    share: float
    within: float
    mean: float | None = None
    leavers: Leavers = Leavers.LATE


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of procedure as the counter sees it.

    ``skill`` is what a member of staff must hold to serve it; ``minutes`` gives a law for each visit type that
    occurs. ``patience`` is the law of minutes a citizen waits before leaving; None means they never leave. ``system``
    is what the work depends on (empty: nothing); of those who hand in, the share ``papers_missing`` must come back.
    """

    id: str
    name: Name
    field: str
    level: Level
    skill: str
    minutes: Mapping[VisitType, Law]
    target: Target | None = None
    patience: Law | None = None
    priority_share: float = 0.0
    system: str = ""
    papers_missing: float = 0.0
