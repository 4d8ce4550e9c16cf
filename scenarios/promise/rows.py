"""The first rows of the master: each union of services needs its offered load of people who serve them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.clock import Interval
from model.instance import Instance
from model.rostering.promise.kinds import Kinds
from model.rostering.promise.master import Cells, Row
from simulate.needs.design import offered_load
from simulate.promise.days import Days
from simulate.streams import Integers, Uniforms

# Beyond so many classes of services not all unions are looked at, only those of up to three and the whole.
MOST_CLASSES = 10
HAIR = 1e-9


@dataclass(frozen=True)
class Union:
    """Services whose people are ``kinds``: all who serve any of them. ``load`` is by slot, in people."""

    services: frozenset[str]
    kinds: frozenset[int]
    load: Uniforms

    def row(self, slot: int, shape: tuple[int, int], at_least: int) -> Row:
        """Return the row: so many people of the union's kinds in the slot."""
        weight: Cells = np.zeros(shape, np.int64)
        weight[sorted(self.kinds), slot] = 1
        return Row(weight, at_least)


def unions(instance: Instance, kinds: Kinds, slots: Sequence[Interval], days: Days) -> tuple[Union, ...]:
    """Return, for each set of kinds that is all who serve some services, the most that those services load them with.

    A necessary condition in the mean (Hall's condition on the offered load), and the start of the search.
    """
    loads = loads_of(instance, slots, days)
    classes: dict[frozenset[int], list[str]] = {}
    for service in loads:
        able = frozenset(at for at, kind in enumerate(kinds.kinds) if service in kind.services)
        classes.setdefault(able, []).append(service)
    known: set[frozenset[int]] = set(classes)
    for _ in range(len(classes) if len(classes) <= MOST_CLASSES else 2):
        known |= {one | other for one in known for other in classes}
    known.add(frozenset().union(*classes))
    found = []
    for able in sorted(known, key=lambda one: (len(one), sorted(one))):
        inside = sorted(service for of, services in classes.items() if of <= able for service in services)
        found.append(Union(frozenset(inside), able, np.sum([loads[one] for one in inside], axis=0)))
    return tuple(found)


def loads_of(instance: Instance, slots: Sequence[Interval], days: Days) -> dict[str, Uniforms]:
    """Return the modified offered load of each service by slot."""
    names = list(instance.services)
    found: dict[str, Uniforms] = {}
    service = np.concatenate([one.service for one in days.drawn]) if days.drawn else np.zeros(0, np.int64)
    join, work = (_joined(days, name) for name in ("join", "work"))
    for at in np.unique(service).tolist():
        mine = service == at
        found[names[at]] = np.sum(
            [offered_load(instance, slots, part, time, len(days)) for part, time in _blocks(join[mine], work[mine])],
            axis=0,
        )
    return found


def _joined(days: Days, name: str) -> Integers:
    return np.concatenate([getattr(one.plan, name) for one in days.drawn] or [np.zeros(0, np.int64)])


def _blocks(join: Integers, work: Integers, size: int = 20_000) -> list[tuple[Integers, Integers]]:
    """Cut long columns, so that memory stays small."""
    return [(join[at : at + size], work[at : at + size]) for at in range(0, max(1, len(join)), size)]
