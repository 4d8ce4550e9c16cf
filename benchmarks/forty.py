"""A branch of 40 invented members of staff for one week, drawn by a seed: what the measurements of rosters are made on.

The law, the calendar and the settings are those of the example ``branch``; people, counters, leave, wishes and the
requirement are drawn.
"""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from model.centre import Counter
from model.files.examples import example_path
from model.files.read import read_workspace
from model.instance import Instance
from model.requirement import Need, Requirement
from model.staff import Leave, Person, Skill, Wish
from model.workdays import days_of_week

SKILLS = ("dat_dai", "tong_hop", "xay_dung")
WEEK = "2026-W49"


@dataclass(frozen=True, slots=True)
class Branch:
    """The instance with its only site, the dates and what is required on them."""

    instance: Instance
    site: str
    dates: tuple[date, ...]
    requirement: Requirement


def branch(seed: int, staff: int = 40, counters: int = 26) -> Branch:
    """Draw a branch; the same seed gives the same one."""
    luck = random.Random(seed)
    base, _ = read_workspace(example_path("branch"))
    site, dates = next(iter(base.sites)), days_of_week(WEEK)
    people = {one.id: one for one in (_person(luck, base, site, place) for place in range(staff))}
    away = luck.sample(list(people), staff // 8)
    open_days = [day for day in dates if base.opening(site, day)]
    instance = replace(
        base,
        staff=people,
        counters={one.id: one for one in (_counter(luck, base, site, place) for place in range(counters))},
        leave=tuple(_leave(luck, who, open_days) for who in away),
        wishes=tuple(_wish(luck, base, list(people), open_days) for _ in range(staff // 2)),
        roster=None,
        locks=(),
    )
    return Branch(instance, site, dates, _requirement(luck, instance, site, open_days))


def _person(luck: random.Random, base: Instance, site: str, place: int) -> Person:
    held = luck.sample(SKILLS, luck.choice([1, 1, 2, 3]))
    hours = luck.choice([40, 40, 40, 20])
    skills = {skill: Skill(skill, preference=rank) for rank, skill in enumerate(sorted(held), start=1)}
    usual = next(iter(base.shifts))
    return Person(f"B{place:02}", f"Cán bộ {place:02}", site, skills, 60 * hours, usual, part_time=hours < 40)


def _counter(luck: random.Random, base: Instance, site: str, place: int) -> Counter:
    served = SKILLS if place % 5 == 0 else tuple(luck.sample(SKILLS, 2))
    services = frozenset(one.id for one in base.services.values() if one.skill in served)
    return Counter(f"Q{place:02}", site, services)


def _leave(luck: random.Random, person: str, days: list[date]) -> Leave:
    first = luck.choice(days)
    return Leave(person, first, first + timedelta(days=luck.randrange(3)), "annual")


def _wish(luck: random.Random, base: Instance, people: list[str], days: list[date]) -> Wish:
    return Wish(luck.choice(people), luck.choice(days), luck.choice(["off", *base.shifts]))


def _requirement(luck: random.Random, instance: Instance, site: str, days: list[date]) -> Requirement:
    length = instance.settings.slot_minutes
    needs = []
    for day in days:
        for session in instance.opening(site, day):
            level = {skill: luck.randrange(2, 9) for skill in SKILLS}
            for slot in session.slots(length):
                needs += [Need(day, slot, skill, max(1, level[skill] + luck.randrange(-1, 2))) for skill in SKILLS]
    return Requirement(site, tuple(needs), "drawn", 0)
