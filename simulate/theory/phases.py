"""Service times built of exponential phases, and the states of several servers busy with them.

Source: M. F. Neuts (1981), chapter 2; the Erlang and hyperexponential laws are the two useful corners:
steadier and wilder than the exponential one.
"""

from dataclasses import dataclass
from functools import cache
from typing import Self

import numpy as np

from simulate.theory.checks import require_positive
from simulate.theory.uniformisation import Floats

State = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PhaseType:
    """A service that begins in phase i with probability ``start[i]``, stays ``1 / rates[i]`` minutes on average,
    then moves to phase j with probability ``moves[i][j]``; what is missing to 1 is the end of the service.
    """

    start: tuple[float, ...]
    rates: tuple[float, ...]
    moves: tuple[tuple[float, ...], ...]

    @classmethod
    def erlang(cls, mean: float, phases: int) -> Self:
        """Return the sum of ``phases`` equal exponential phases: coefficient of variation 1/sqrt(phases)."""
        require_positive(mean=mean, phases=phases)
        chain = tuple(tuple(float(to == at + 1) for to in range(phases)) for at in range(phases))
        return cls((1.0,) + (0.0,) * (phases - 1), (phases / mean,) * phases, chain)

    @classmethod
    def mixture(cls, shares: tuple[float, ...], means: tuple[float, ...]) -> Self:
        """Return the hyperexponential law: with ``shares[i]`` (in any scale) an exponential of ``means[i]``."""
        require_positive(**{f"means[{place}]": mean for place, mean in enumerate(means)})
        nowhere = ((0.0,) * len(means),) * len(means)
        return cls(tuple(share / sum(shares) for share in shares), tuple(1 / mean for mean in means), nowhere)

    @property
    def mean(self) -> float:
        """Return the mean minutes of the service."""
        spent = np.linalg.solve(np.eye(len(self.start)) - np.array(self.moves), 1 / np.array(self.rates))
        return float(np.array(self.start) @ spent)

    def between(self, busy: int) -> Floats:
        """Return the rates at which ``busy`` services move between their phases without an end, diagonal left 0."""
        states = phase_counts(busy, len(self.start))
        place = {state: row for row, state in enumerate(states)}
        rates = np.zeros((len(states), len(states)))
        for state, row in place.items():
            for old, count in enumerate(state):
                for new, share in enumerate(self.moves[old]):
                    if count and share:
                        rates[row, place[_shift(state, old, new)]] += count * self.rates[old] * share
        return rates

    def ends(self, busy: int) -> Floats:
        """Return the rates at which one of ``busy`` services ends and the server falls idle."""
        places = {state: row for row, state in enumerate(phase_counts(busy - 1, len(self.start)))}
        states = phase_counts(busy, len(self.start))
        rates = np.zeros((len(states), len(places)))
        for row, state in enumerate(states):
            for phase, count in enumerate(state):
                if count:
                    gone = _shift(state, phase, None)
                    rates[row, places[gone]] += count * self.rates[phase] * (1 - sum(self.moves[phase]))
        return rates

    def begins(self, busy: int) -> Floats:
        """Return the probabilities of the phases after one more service begins beside ``busy`` others."""
        places = {state: row for row, state in enumerate(phase_counts(busy + 1, len(self.start)))}
        states = phase_counts(busy, len(self.start))
        chances = np.zeros((len(states), len(places)))
        for row, state in enumerate(states):
            for phase, chance in enumerate(self.start):
                chances[row, places[_shift(state, None, phase)]] += chance
        return chances


@cache
def phase_counts(people: int, phases: int) -> tuple[State, ...]:
    """Return every way in which ``people`` services can stand in ``phases`` phases."""
    if phases == 1:
        return ((people,),)
    return tuple((first, *rest) for first in range(people + 1) for rest in phase_counts(people - first, phases - 1))


def _shift(state: State, old: int | None, new: int | None) -> State:
    """Return the counts after one service left phase ``old`` and entered phase ``new``."""
    return tuple(count - (phase == old) + (phase == new) for phase, count in enumerate(state))
