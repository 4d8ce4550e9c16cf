"""Plays counts of people on drawn days: named first, seated at counters as on any day, then simulated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.clock import Interval, outside
from model.index import index_sites
from model.instance import Instance
from model.rostering.promise.kinds import Counts, Kinds
from simulate.duties import Duty, duties
from simulate.machines import with_machines
from simulate.promise.days import Days
from simulate.promise.play import Player, Score
from simulate.staffing import Staffing, staffing
from simulate.streams import Uniforms


@dataclass(frozen=True, slots=True)
class Cell:
    """One more (or less) of a kind in a slot."""

    kind: int
    slot: int
    more: bool = True


class Trial:
    """Scores counts on some days."""

    def __init__(
        self, instance: Instance, kinds: Kinds, slots: Sequence[Interval], days: Days, workers: int = 1
    ) -> None:
        self._instance, self.kinds, self._slots = instance, kinds, tuple(slots)
        self._index = index_sites(instance)
        self.player = Player(days, workers)
        self.simulations = 0
        self._known: dict[tuple[Counts, int | None], Score] = {}

    def score(self, counts: Counts, many: int | None = None) -> Score:
        """Play counts on the first ``many`` days; what was played before is remembered."""
        if (counts, many) not in self._known:
            self.simulations += 1
            self._known[counts, many] = self.player.score(self.staffing(self.duties(counts)), many)
        return self._known[counts, many]

    def beside(self, counts: Counts, cell: Cell, many: int | None = None) -> Score | None:
        """Play counts with one person more or less in one cell; None where there is nobody to take away."""
        people = self._changed(self.duties(counts), cell)
        if people is None:
            return None
        self.simulations += 1
        return self.player.score(self.staffing(people), many)

    def duties(self, counts: Counts) -> tuple[Duty, ...]:
        """Return the duties of the first people of each kind."""
        roster = self.kinds.named(counts)
        return duties(self._instance, self._index, self.kinds.site, self.kinds.day, roster)

    def staffing(self, people: Sequence[Duty]) -> Staffing:
        """Return the duties as the arrays an engine plays."""
        return staffing(self._instance, with_machines(self._instance, self.kinds.site, self.kinds.day, people))

    def _changed(self, people: tuple[Duty, ...], cell: Cell) -> tuple[Duty, ...] | None:
        slot, names = self._slots[cell.slot], set(self.kinds.kinds[cell.kind].people)
        if cell.more:
            return (*people, self._helper(cell.kind, slot))
        for at in range(len(people) - 1, -1, -1):
            one = people[at]
            if one.person in names and one.counter and any(work.covers(slot) for work in one.work):
                rest = tuple(part for work in one.work for part in outside(work, (slot,)))
                return (*people[:at], replace(one, work=rest), *people[at + 1 :])
        return None

    def _helper(self, kind: int, slot: Interval) -> Duty:
        """Return one more person of a kind, at a counter of their own that offers all they can serve."""
        one = self.kinds.kinds[kind]
        person = self._instance.staff[one.people[0]]
        holds = {name: (skill.speed, skill.preference) for name, skill in person.skills.items()}
        services = {name: holds[self._instance.services[name].skill] for name in sorted(one.services)}
        return Duty("+", self.kinds.site, "+", "", slot, (slot,), len(person.skills), services, holds)


def slopes(
    trial: Trial, counts: Counts, shape: tuple[int, int], many: int, floor: float, stop: Callable[[], bool]
) -> Uniforms:
    """Return (pledges x kinds x slots) how the logarithm of each level falls with one more person in a cell.

    ``floor`` is added to levels first, because the logarithm of nothing has no slope. One simulation a cell; none after
    ``stop`` says so.
    """
    level = trial.score(counts, many).level + floor
    found = np.zeros((len(level), *shape))
    for kind in range(shape[0]):
        for slot in range(shape[1]):
            after = None if stop() else trial.beside(counts, Cell(kind, slot), many)
            if after is not None:
                found[:, kind, slot] = np.log(level) - np.log(after.level + floor)
    return np.maximum(found, 0.0)
