"""How long a plan holds: the same roster under more demand, longer minutes, absence, and days that differ more."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.instance import Instance
from model.promise import Pledge
from model.roster import Roster
from model.services import Law, LawKind
from simulate.play import set_stage
from simulate.promise.days import FIRST_FRESH, draw_days
from simulate.promise.play import Player, Score

GROWTH = (0.0, 0.05, 0.10, 0.20)
SLOWER = (0.05, 0.10)
ABSENT = (0.03, 0.06)
BUSIER = (0.10, 0.20)
DAYS = 1000


@dataclass(frozen=True, slots=True)
class Case:
    """A change of the world: its kind (``demand``, ``minutes``, ``absence``, ``busyness``) and by how much."""

    kind: str
    amount: float


@dataclass(frozen=True, slots=True)
class Held:
    """What the plan does in a case: the level of every pledge, and those it misses, worst first."""

    case: Case
    levels: tuple[tuple[Pledge, float], ...]
    missed: tuple[tuple[Pledge, float], ...]


CASES = (
    *(Case("demand", one) for one in GROWTH),
    *(Case("minutes", one) for one in SLOWER),
    *(Case("absence", one) for one in ABSENT),
    *(Case("busyness", one) for one in BUSIER),
)


def how_long(
    instance: Instance,
    site: str,
    day: date,
    pledges: Sequence[Pledge],
    roster: Roster,
    *,
    seed: int,
    days: int = DAYS,
    cases: Sequence[Case] = CASES,
    workers: int = 1,
    told: Callable[[], None] = lambda: None,
) -> tuple[Held, ...]:
    """Play the roster on the same fresh days in every case.

    The first case without any change is the plan as it is. In a case of absence each person stays away with the share,
    by luck of their own for each day, and reserve officers step in.
    """
    found = []
    for case in cases:
        score = _scored(changed(instance, case), site, day, pledges, roster, seed, days, workers)
        excess, level = score.excess(), score.level
        worst = [int(at) for at in (-excess).argsort(kind="stable") if excess[at] > 1e-9]
        levels = tuple(zip(pledges, level.tolist(), strict=True))
        found.append(Held(case, levels, tuple(levels[at] for at in worst)))
        told()
    return tuple(found)


def uncertain(instance: Instance, amount: float) -> Instance:
    """Return the administration with days that differ by so much more; the same one for none."""
    return changed(instance, Case("busyness", amount)) if amount else instance


def changed(instance: Instance, case: Case) -> Instance:
    """Return the administration in a case."""
    match case.kind:
        case "demand":
            rows = tuple(
                replace(row, dossiers_per_day=row.dossiers_per_day * (1 + case.amount)) for row in instance.demand.rows
            )
            return replace(instance, demand=replace(instance.demand, rows=rows))
        case "minutes":
            services = {
                name: replace(one, minutes={visit: _longer(law, 1 + case.amount) for visit, law in one.minutes.items()})
                for name, one in instance.services.items()
            }
            stages = tuple(replace(one, law=_longer(one.law, 1 + case.amount)) for one in instance.stages)
            return replace(instance, services=services, stages=stages)
        case "absence":
            staff = {name: replace(one, absence_rate=case.amount) for name, one in instance.staff.items()}
            return replace(instance, staff=staff)
        case "busyness":
            cv = (instance.demand.day_cv**2 + case.amount**2) ** 0.5
            return replace(instance, demand=replace(instance.demand, day_cv=cv))
        case _:
            raise ValueError(case.kind)


def _longer(law: Law, factor: float) -> Law:
    """Return a law of minutes whose quantiles are all so many times longer."""
    if law.kind is LawKind.EMPIRICAL:
        return replace(law, values=tuple(one * factor for one in law.values))
    return replace(law, mean=law.mean * factor, low=law.low * factor, mode=law.mode * factor, high=law.high * factor)


def _scored(
    instance: Instance,
    site: str,
    day: date,
    pledges: Sequence[Pledge],
    roster: Roster,
    seed: int,
    days: int,
    workers: int,
) -> Score:
    """Play the days; where people may be absent, each day with those who are there."""
    numbers = range(FIRST_FRESH, FIRST_FRESH + days)
    stage = set_stage(instance, [day], seed, roster, {site})
    drawn = draw_days(instance, site, day, pledges, seed, numbers)
    place = list(instance.sites).index(site)
    if not stage.presence.people:
        return Player(drawn, workers).score(stage.staff[0].sites[place])
    return Player(drawn, workers).score_each([stage.staff_on(0, number).sites[place] for number in numbers])


def first_to_fail(held: Sequence[Held]) -> Iterator[tuple[str, Case, Pledge]]:
    """Yield for each kind of change the least amount that breaks the promise, and the pledge missed worst then."""
    for kind in dict.fromkeys(one.case.kind for one in held):
        broken = [one for one in held if one.case.kind == kind and one.missed]
        if broken:
            first = min(broken, key=lambda one: one.case.amount)
            yield kind, first.case, first.missed[0][0]
