"""Everything about one skill at one site that stays the same whoever is on duty: citizens, promise, load, bounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.clock import Interval
from model.instance import Instance
from simulate.needs.cells import Cells, cells
from simulate.needs.design import Sample, SkillDay, days_of, offered_load, slot_index
from simulate.needs.search import Staffing
from simulate.streams import Integers, Uniforms


@dataclass(frozen=True, slots=True)
class SkillDays:
    """The citizens of one skill on the design days on which any come.

    ``load`` is the offered load by slot in people of the site's mean ``speed``; ``floor`` is one wherever anybody
    ever comes; ``cap`` as many as ever come in the slot of one day.
    """

    skill: str
    speed: float
    days: tuple[SkillDay, ...]
    cells: Cells
    load: Uniforms
    floor: Staffing
    cap: Staffing

    @property
    def start(self) -> Staffing:
        """Return the offered load rounded up, within the bounds."""
        rounded = np.ceil(self.load).astype(np.int64).tolist()
        return tuple(min(max(low, one), high) for low, one, high in zip(self.floor, rounded, self.cap, strict=True))


def skill_days(
    instance: Instance,
    site: str,
    skill: str,
    day: date,
    slots: Sequence[Interval],
    samples: Sequence[Sample],
    *,
    margin: float,
    fewest: int,
) -> SkillDays:
    """Gather the citizens of a skill from the design days and set up the judgement of the promise."""
    names = list(instance.services)
    mine = [at for at, name in enumerate(names) if instance.services[name].skill == skill]
    targets = list(dict.fromkeys(instance.target(names[at]) for at in mine))
    promise = np.array([targets.index(instance.target(name)) if at in mine else 0 for at, name in enumerate(names)])
    days = tuple(days_of(instance, site, day, samples, mine))
    join, work, service = (_joined(column) for column in zip(*map(_columns, days), strict=True)) if days else _nobody()
    speed = mean_speed(instance, site, skill)
    slot = slot_index(instance, slots, join)
    most = _most(slot, days, len(slots))
    return SkillDays(
        skill,
        speed,
        days,
        cells(slot, promise[service], len(slots), targets, fewest=fewest, margin=margin),
        offered_load(instance, slots, join, work, len(samples)) / speed,
        tuple((most > 0).astype(int).tolist()),
        tuple(most.tolist()),
    )


def mean_speed(instance: Instance, site: str, skill: str) -> float:
    """Return the mean speed in a skill of those who hold it at the site, one where nobody does."""
    speeds = [person.skills[skill].speed for person in instance.people(site) if skill in person.skills]
    return sum(speeds) / len(speeds) if speeds else 1.0


def _columns(day: SkillDay) -> tuple[Integers, Integers, Integers]:
    return day.plan.join, day.plan.work, day.service


def _joined(parts: Iterable[Integers]) -> Integers:
    return np.concatenate(list(parts))


def _nobody() -> tuple[Integers, Integers, Integers]:
    none = np.zeros(0, np.int64)
    return none, none, none


def _most(slot: Integers, days: Sequence[SkillDay], slots: int) -> Integers:
    """Return the most citizens who came in each slot on any one day."""
    counts = np.zeros((max(len(days), 1), slots), np.int64)
    np.add.at(counts, (np.repeat(np.arange(len(days)), [len(day.service) for day in days]), slot), 1)
    most: Integers = counts.max(axis=0)
    return most
