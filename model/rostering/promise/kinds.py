"""People who can stand in for each other on a date: the same skills, the same shifts, the same limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import gcd

from model.instance import Instance
from model.roster import Assignment, Roster
from model.rostering.catalogue import RULES
from model.rostering.cell_rule import CellRule
from model.rostering.problem import RosterProblem, pose
from model.shifts import Shift
from model.staff import LimitKind, Person

Counts = tuple[tuple[int, ...], ...]
"""People by kind and shift, in the order of ``Kinds``."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Interchangeable people, in the order of the staff file, and the shifts the rules let each of them work."""

    people: tuple[str, ...]
    services: frozenset[str]
    shifts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The staff of one site on one date; ``shifts`` are all shifts that somebody may work, in the workspace's order."""

    site: str
    day: date
    kinds: tuple[Kind, ...]
    shifts: tuple[Shift, ...]

    def named(self, counts: Counts) -> Roster:
        """Return the roster in which the first people of each kind work the shifts, earliest shift first."""
        order = sorted(range(len(self.shifts)), key=lambda at: (self.shifts[at].span, self.shifts[at].code))
        found: list[Assignment] = []
        for kind, row in zip(self.kinds, counts, strict=True):
            codes = [self.shifts[at].code for at in order for _ in range(row[at])]
            found += [Assignment(self.day, who, code) for who, code in zip(kind.people, codes, strict=False)]
        return Roster((self.day,), tuple(sorted(found)))

    @property
    def finest(self) -> int:
        """Return the minutes of which all paid minutes are multiples: the least by which two plans can differ."""
        return gcd(*(one.paid_minutes for one in self.shifts))

    def minutes(self, counts: Counts) -> int:
        """Return the paid minutes of a plan."""
        return sum(many * shift.paid_minutes for row in counts for many, shift in zip(row, self.shifts, strict=True))


def kinds_of(instance: Instance, site: str, day: date) -> Kinds:
    """Group the people of a site who are there on a date; who serves nothing the site offers is left out."""
    problem = pose(instance, site, [day], None)
    offered, away = instance.offers(site), {one.person for one in instance.reserves}
    alike: dict[tuple[object, ...], list[Person]] = {}
    for one in problem.people.values():
        if one.id not in away and instance.on_leave(one.id, day) is None:
            alike.setdefault(_likeness(problem, one, day), []).append(one)
    kinds = []
    for people in alike.values():
        services = frozenset(name for name in offered if instance.services[name].skill in people[0].skills)
        shifts = _lawful(problem, people[0], day)
        if services and shifts:
            kinds.append(Kind(tuple(one.id for one in people), services, shifts))
    used = frozenset().union(*(one.shifts for one in kinds))
    return Kinds(site, day, tuple(kinds), tuple(one for code, one in instance.shifts.items() if code in used))


def _likeness(problem: RosterProblem, one: Person, day: date) -> tuple[object, ...]:
    limits = tuple(kind for kind in LimitKind if one.limited(kind, day))
    return (frozenset(_skills(one).items()), _lawful(problem, one, day), limits, one.child_hour)


def _skills(one: Person) -> Mapping[str, tuple[float, int]]:
    return {name: (skill.speed, skill.preference) for name, skill in one.skills.items()}


def _lawful(problem: RosterProblem, one: Person, day: date) -> frozenset[str]:
    """Return the shifts that no rule forbids the person on the date, taken by themselves."""
    rules = [rule for rule in RULES if isinstance(rule, CellRule)]
    return frozenset(
        code
        for code, shift in problem.shifts.items()
        if shift.paid_minutes > 0 and all(rule.why(problem, one, day, shift) is None for rule in rules)
    )
