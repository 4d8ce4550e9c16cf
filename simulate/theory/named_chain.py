"""The chain of a day whose staff have names: who leaves is decided by who they are, busy or idle.

Planned staff are numbered, number k works whenever more than k are planned, and the lowest idle number on duty is asked
first. People with the same duty are alike, so a state is how many of each such group are busy, and how many wait.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from simulate.theory.leaving import Counts
from simulate.theory.uniformisation import Floats, Step

Groups = NDArray[np.bool_]


@dataclass(frozen=True)
class NamedChain:
    """All states under ``levels``, the distinct positive numbers planned in a day, in order.

    ``waiting`` is the longest queue kept; arrivals beyond it are lost.
    """

    levels: tuple[int, ...]
    waiting: int
    service_rate: float

    @cached_property
    def sizes(self) -> Counts:
        """Return how many people each group has: those planned at a level and not at the one below."""
        return np.diff(self.levels, prepend=0)

    @cached_property
    def states(self) -> Counts:
        """Return one row a state: the busy of each group, then the queue; a queue needs a busy first group."""
        shape = (*(self.sizes + 1), self.waiting + 1)
        every = np.indices(shape).reshape(len(shape), -1).T
        return np.asarray(every[(every[:, -1] == 0) | (every[:, 0] == self.sizes[0])])

    @cached_property
    def _places(self) -> Counts:
        places = np.full((*tuple(self.sizes + 1), self.waiting + 1), -1)
        places[tuple(self.states.T)] = np.arange(len(self.states))
        return places

    def on_duty(self, servers: int) -> Groups:
        """Return which groups work when so many are planned."""
        return np.asarray(np.array(self.levels) <= servers)

    def blocked(self, servers: int) -> Groups:
        """Return the states in which everybody on duty is busy: a citizen has to wait."""
        free = self.states[:, :-1] < self.sizes
        return np.asarray(~(free & self.on_duty(servers)).any(axis=1))

    def pace(self, rate: float) -> float:
        """Return a number of jumps per minute that no state exceeds."""
        return rate + self.levels[-1] * self.service_rate

    def forward(self, rate: float, servers: int, waiting_only: bool = False) -> Step:
        """Return one jump of a law; with ``waiting_only`` those whose service has begun are dropped."""
        step = self.jumps(rate, servers)
        if waiting_only:
            step = diags_array(self.blocked(servers).astype(float)) @ step
        return lambda law: np.asarray(step @ law)

    def backward(self, servers: int) -> Step:
        """Return one jump of the minutes still to be waited, without arrivals."""
        step = diags_array(self.blocked(servers).astype(float)) @ self.jumps(0.0, servers).T
        return lambda reward: np.asarray(step @ reward)

    def jumps(self, rate: float, servers: int) -> csr_array:
        """Return the chances of one jump, from columns to rows; the last citizen ahead leaves to an idle state."""
        came, ended = self._arrived(servers), self._ended(servers)
        moves = [(came, np.full(len(self.states), rate)), *ended]
        rows = np.concatenate([to for to, _ in moves])
        chances = np.concatenate([each for _, each in moves]) / self.pace(rate)
        columns = np.tile(np.arange(len(self.states)), len(moves))
        kept = (chances > 0) & (rows >= 0)
        total = np.bincount(columns, chances, len(self.states))
        size = (len(self.states), len(self.states))
        found = csr_array((chances[kept], (rows[kept], columns[kept])), shape=size) + diags_array(1 - total)
        return csr_array(found)

    def moved(self, servers: int) -> Counts:
        """Return where every state goes when ``servers`` are planned from now on: whoever is idle calls the next."""
        now = self.states.copy()
        for _ in range(self.levels[-1]):
            called = (now[:, -1] > 0) & ~self._full(now, servers)
            if not called.any():
                break
            now[called, self._first_free(now[called], servers)] += 1
            now[called, -1] -= 1
        return np.asarray(self._places[tuple(now.T)])

    def change_law(self, law: Floats, servers: int) -> Floats:
        """Return a law after a change to so many planned."""
        after = np.zeros_like(law)
        np.add.at(after, self.moved(servers), law)
        return after

    def _full(self, states: Counts, servers: int) -> Groups:
        return np.asarray(~((states[:, :-1] < self.sizes) & self.on_duty(servers)).any(axis=1))

    def _first_free(self, states: Counts, servers: int) -> Counts:
        return np.asarray(((states[:, :-1] < self.sizes) & self.on_duty(servers)).argmax(axis=1))

    def _arrived(self, servers: int) -> Counts:
        after, full = self.states.copy(), self.blocked(servers)
        after[full, -1] += 1
        after[~full, self._first_free(after[~full], servers)] += 1
        return self._place(after)

    def _ended(self, servers: int) -> list[tuple[Counts, Floats]]:
        found = []
        for group, working in enumerate(self.on_duty(servers)):
            after = self.states.copy()
            goes_on = (after[:, -1] > 0) & working
            after[goes_on, -1] -= 1
            after[~goes_on, group] -= 1
            found.append((self._place(after), np.asarray(self.states[:, group] * self.service_rate, dtype=np.float64)))
        return found

    def _place(self, states: Counts) -> Counts:
        inside = (states >= 0).all(axis=1) & (states[:, -1] <= self.waiting)
        kept = np.where(inside[:, None], states, 0)
        return np.where(inside, self._places[tuple(kept.T)], -1)
