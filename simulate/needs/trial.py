"""Play a staffing of one skill on its design days and judge the promise."""

from collections.abc import Sequence

import numpy as np

from model.clock import Interval
from model.instance import Instance
from simulate.engines.choose import engine
from simulate.needs.crew import crew
from simulate.needs.search import Finding, Staffing
from simulate.needs.skill_days import SkillDays
from simulate.staffing import staffing as staff_arrays
from simulate.streams import Mask, Uniforms
from simulate.ticks import NEVER, per_minute


class SkillTrial:
    """Call it with a staffing to learn whether the promise holds; the same citizens come every time.

    ``played`` counts the simulations: one is one staffing on all design days. What was tried is not played again.
    """

    def __init__(self, instance: Instance, site: str, slots: Sequence[Interval], days: SkillDays) -> None:
        self._instance, self._site, self._slots, self._days = instance, site, slots, days
        self._known: dict[Staffing, Finding] = {}
        self._play, self._tick = engine(), 1 / per_minute(instance.settings)

    @property
    def played(self) -> int:
        """Return how many simulations were run so far."""
        return len(self._known)

    def __call__(self, staffing: Staffing) -> Finding:
        """Return what the design days show with so many people in each slot."""
        if staffing not in self._known:
            self._known[staffing] = self._simulate(staffing)
        return self._known[staffing]

    def _simulate(self, staffing: Staffing) -> Finding:
        duties = crew(self._instance, self._site, self._days.skill, self._slots, staffing, self._days.speed)
        people = staff_arrays(self._instance, duties)
        waits: list[Uniforms] = [np.zeros(0)]
        called: list[Mask] = [np.zeros(0, np.bool_)]
        for day in self._days.days:
            log = self._play(day.staffed(people))
            called.append(log.start != NEVER)
            waits.append((np.where(called[-1], log.start, log.end) - day.plan.join).astype(np.float64) * self._tick)
        return self._days.cells.judge(np.concatenate(waits), np.concatenate(called))
