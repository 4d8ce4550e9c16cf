"""The exact M/PH/c queue: Poisson arrivals, phase-type service, equal servers, first come first served.

Source: M. F. Neuts (1981), chapter 4. Solved as a chain of levels (number in the system) with the phases of the busy
servers inside; a citizen who waits is called after as many ends of service as there are citizens ahead, plus one.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.phases import PhaseType
from simulate.theory.qbd import Blocks, LevelLaw
from simulate.theory.uniformisation import Floats, carry


@dataclass(frozen=True, slots=True)
class PhaseQueue:
    """The stationary M/PH/c queue with ``rate`` arrivals per minute.

    Raises:
        ValueError: when it is overloaded; there is no stationary wait then.
    """

    rate: float
    service: PhaseType
    servers: int
    _law: LevelLaw = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse an overload, then solve once."""
        require_positive(rate=self.rate, servers=self.servers)
        if self.utilisation >= 1:
            raise ValueError(f"the queue is overloaded: utilisation {self.utilisation:.4g}")
        object.__setattr__(self, "_law", LevelLaw.of(_blocks(self.rate, self.service, self.servers)))

    @property
    def utilisation(self) -> float:
        """Return the share of time a server is busy."""
        return self.rate * self.service.mean / self.servers

    @property
    def p_wait(self) -> float:
        """Return the share of arrivals that wait at all."""
        return float(self._law.from_first_on.sum())

    @property
    def mean_wait(self) -> float:
        """Return the mean minutes of waiting over all arrivals."""
        return self._law.mean_above_first() / self.rate

    def late(self, minutes: float) -> float:
        """Return the share of arrivals that wait longer than ``minutes``."""
        require_not_negative(minutes=minutes)
        ends = self.service.ends(self.servers) @ self.service.begins(self.servers - 1)
        moves = _with_diagonal(self.service.between(self.servers), ends.sum(axis=1))
        pace = float(-moves.diagonal().min())

        def step(ahead: Floats) -> Floats:
            after = ahead + ahead @ moves / pace
            after[:-1] += ahead[1:] @ ends / pace
            return after

        return math.fsum(carry(self._law.unfold(), step, pace * minutes).ravel())


def _blocks(rate: float, service: PhaseType, servers: int) -> Blocks:
    """Return the rates of the chain, level by level of the number in the system."""
    up, same, down = [], [], []
    for busy in range(servers):
        leave = service.ends(busy).sum(axis=1) if busy else np.zeros(1)
        up.append(rate * service.begins(busy))
        same.append(_with_diagonal(service.between(busy), leave + rate))
        down.append(service.ends(busy + 1))
    fall = down[-1] @ service.begins(servers - 1)
    rise = rate * np.eye(len(fall))
    return Blocks(up, same, down, rise, _with_diagonal(service.between(servers), fall.sum(axis=1) + rate), fall)


def _with_diagonal(moves: Floats, leave: Floats) -> Floats:
    """Return the moves with minus the whole rate out of each state on the diagonal."""
    whole: Floats = moves - np.diag(moves.sum(axis=1) + leave)
    return whole
