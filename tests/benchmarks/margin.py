"""Plans at the margin: centres drawn from a seed, the cheapest plan found, and demand raised until it only just holds.

All of that happens on a hundred days of the search. What is true in the long run is then mostly within a fifth of the
limit, on either side of it, and nobody knows on which: the case in which a certificate may err.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from model.clock import Interval
from model.figures import Name
from model.instance import Instance
from model.labour import Labour
from model.promise import Pledge, promised
from model.services import Law, LawKind, Target
from model.shifts import Shift
from scenarios.promise.plan import STEP
from scenarios.promise.prepare import prepare
from simulate.case import MONDAY, Citizens, Server, exponential, queue_case
from simulate.promise.certify import errors, joined
from simulate.promise.days import FIRST_FRESH, FIRST_SEARCHED, draw_days
from simulate.promise.play import Player, Score
from simulate.staffing import Staffing

OPEN = Interval(480, 660)
SHIFTS = tuple(
    Shift(code, Name("", ""), Interval(start, end))
    for code, start, end in (("early", 480, 600), ("late", 540, 660), ("middle", 510, 630), ("all", 480, 660))
)
SEARCHED, PLAYED, HALVINGS = 100, 4000, 10
LONG_SEED, BLOCK = 90_001, 2500
# So many standard errors of the long run leave no doubt that a pledge is missed, or kept.
MISSED, KEPT = 4.0, 3.0


@dataclass(frozen=True)
class Margin:
    """A plan that only just holds on the days it was searched on."""

    instance: Instance
    pledges: tuple[Pledge, ...]
    people: Staffing
    seed: int


class Truth(StrEnum):
    KEPT = "kept"
    MISSED = "missed"
    OPEN_BELOW = "open, below the limit"
    OPEN_ABOVE = "open, above the limit"


def at_the_margin(number: int, rules: Labour) -> Margin:
    """Return plan ``number``: its centre with as much demand as the plan only just bears on the searched days."""
    centre = replace(drawn(number), labour=rules)
    pledges = promised(centre, "U", MONDAY)
    ready = prepare(centre, "U", MONDAY, pledges, seed=number, days=SEARCHED, played=PLAYED)
    ready.search.margin = np.zeros(len(pledges))
    ready.search.raised()
    ready.search.descended(STEP)
    plan = ready.search.best or ready.search.nearest
    people = ready.trial.staffing(ready.trial.duties(plan.counts))
    low, high = 0.25, 4.0
    for _ in range(HALVINGS):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if _bears(busier(centre, middle), pledges, people, number) else (low, middle)
    return Margin(busier(centre, low), pledges, people, number)


def drawn(number: int) -> Instance:
    """Return a centre of three hours: one or two services, four to eight people, any law, even and uneven days."""
    luck = np.random.default_rng([20_261_123, number])
    names = "ab"[: int(luck.integers(1, 3))]
    citizens = [Citizens(name, float(luck.uniform(0.1, 0.25)), _law(luck), patience=_patience(luck)) for name in names]
    servers = [Server(_skills(luck, at, names), shift=SHIFTS[at % len(SHIFTS)]) for at in range(luck.integers(4, 9))]
    built = queue_case(citizens, servers, span=OPEN, slot_minutes=30, day_cv=float(luck.choice([0.0, 0.1, 0.2])))
    mean = float(luck.uniform(3, 6)) if luck.random() < 0.3 else None
    target = Target(float(luck.choice([0.8, 0.85, 0.9])), float(luck.choice([10, 15, 20])), mean)
    services = {name: replace(one, target=target) for name, one in built.services.items()}
    return replace(built, services=services, settings=replace(built.settings, tick_ms=1000))


def _law(luck: np.random.Generator) -> Law:
    mean = float(luck.uniform(6, 12))
    laws = (exponential(mean), Law(LawKind.LOGNORMAL, mean, 0.7), Law(LawKind.GAMMA, mean, 0.5))
    return laws[luck.integers(len(laws))]


def _patience(luck: np.random.Generator) -> Law | None:
    return exponential(60.0) if luck.random() < 0.25 else None


def _skills(luck: np.random.Generator, at: int, names: str) -> dict[str, tuple[float, int]]:
    """Return all services for every second one, so that each service has somebody, and one service for the others."""
    return {name: (1.0, 1) for name in (names if at % 2 == 0 else names[luck.integers(len(names))])}


def busier(centre: Instance, factor: float) -> Instance:
    """Return the centre with so many times the demand."""
    rows = tuple(replace(one, dossiers_per_day=factor * one.dossiers_per_day) for one in centre.demand.rows)
    return replace(centre, demand=replace(centre.demand, rows=rows))


def _bears(centre: Instance, pledges: tuple[Pledge, ...], people: Staffing, seed: int) -> bool:
    days = draw_days(centre, "U", MONDAY, pledges, seed, range(FIRST_SEARCHED, FIRST_SEARCHED + SEARCHED))
    return bool((Player(days).score(people).excess() <= 0).all())


def in_the_long_run(plan: Margin, most: int) -> tuple[Truth, int]:
    """Return what days of another seed say of the worst pledge, and how many; they go on until there is no doubt."""
    scores: list[Score] = []
    for first in range(0, most, BLOCK):
        numbers = range(FIRST_FRESH + first, FIRST_FRESH + min(most, first + BLOCK))
        days = draw_days(plan.instance, "U", MONDAY, plan.pledges, LONG_SEED + plan.seed, numbers)
        whole = joined([*scores, Player(days).score(plan.people)])
        scores = [whole]
        off = (whole.level - whole.limit) / np.maximum(errors(whole), 1e-12)
        if (off > MISSED).any() or (off < -KEPT).all():
            return (Truth.MISSED if off.max() > 0 else Truth.KEPT), len(whole.bad)
    return (Truth.OPEN_ABOVE if off.max() > 0 else Truth.OPEN_BELOW), most
