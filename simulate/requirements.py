"""The staff one site needs by date, slot and skill so that the promise is kept: found by simulation, not by formula."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from model.clock import Interval
from model.instance import Instance
from model.requirement import Need, Requirement
from simulate.needs.design import Sample, draw_samples, slots_of
from simulate.needs.search import Staffing, least_staffing
from simulate.needs.skill_days import skill_days
from simulate.needs.trial import SkillTrial
from simulate.rows import Rows, demand_rows

DESIGN_DAYS = 50
# The promised share is searched with this much on top: a plan made on few days is optimistic about them.
MARGIN = 0.01
# Slots are joined until so many citizens of the whole sample arrive in them: fewer cannot be judged.
FEWEST = 40


@dataclass(frozen=True, slots=True)
class Step:
    """Progress of the search: one skill of one kind of day is done."""

    site: str
    date: date
    skill: str
    done: int
    of: int
    simulations: int


def require(
    instance: Instance,
    site: str,
    *,
    dates: Sequence[date] | None = None,
    seed: int | None = None,
    design_days: int = DESIGN_DAYS,
    margin: float = MARGIN,
    on_step: Callable[[Step], None] | None = None,
) -> Requirement:
    """Return the least staff found that keeps every service's promise, for those who arrive in each slot.

    Nameless people who serve one skill each are put on duty slot by slot and the site's citizens played to them,
    on ``design_days`` days that no reported run uses. The search starts at the modified offered load, raises what
    misses and takes away what is not needed. Dates with the same hours and the same planned busyness share a search.
    """
    rows = demand_rows(instance, {site})
    plan = _Plan(instance, site, rows, instance.settings.run.seed if seed is None else seed, design_days, margin)
    kinds = _alike(instance, site, instance.settings.run.dates if dates is None else dates)
    work = [(alike, skill) for alike in kinds for skill in _skills(instance, rows)]
    needs: list[Need] = []
    simulations = 0
    for done, (alike, skill) in enumerate(work, start=1):
        found, played = plan.least(alike[0], skill)
        needs += _needs(alike, slots_of(instance, site, alike[0]), skill, found)
        simulations += played
        if on_step is not None:
            on_step(Step(site, alike[0], skill, done, len(work), simulations))
    method = f"mol, raise, trim; design_days={design_days}; margin={margin:g}; pooled_below={FEWEST}"
    return Requirement(site, tuple(sorted(needs, key=lambda one: (one.date, one.slot, one.skill))), method, simulations)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is searched and how."""

    instance: Instance
    site: str
    rows: Rows
    seed: int
    design_days: int
    margin: float
    drawn: dict[date, tuple[Sample, ...]] = field(default_factory=dict)

    def least(self, day: date, skill: str) -> tuple[Staffing, int]:
        """Return the least staffing of one skill by slot, and how many simulations that took."""
        if day not in self.drawn:
            self.drawn.clear()
            self.drawn[day] = draw_samples(self.instance, self.rows, day, self.seed, self.design_days)
        slots = slots_of(self.instance, self.site, day)
        days = skill_days(
            self.instance, self.site, skill, day, slots, self.drawn[day], margin=self.margin, fewest=FEWEST
        )
        trial = SkillTrial(self.instance, self.site, slots, days)
        return least_staffing(days.start, days.floor, days.cap, trial), trial.played


def _alike(instance: Instance, site: str, dates: Iterable[date]) -> list[list[date]]:
    """Group the open dates that differ in nothing but luck: same opening, same planned factor."""
    groups: dict[tuple[tuple[Interval, ...], float], list[date]] = {}
    for day in dates:
        if instance.opening(site, day):
            groups.setdefault((instance.opening(site, day), round(instance.demand.factor(day), 9)), []).append(day)
    return list(groups.values())


def _skills(instance: Instance, rows: Rows) -> list[str]:
    """Return the skills anybody comes to the site for, in alphabetical order."""
    names = list(instance.services.values())
    return sorted({names[at].skill for at in rows.service.tolist()})


def _needs(dates: Iterable[date], slots: Sequence[Interval], skill: str, staffing: Staffing) -> Iterable[Need]:
    """Write a staffing down for every date it holds for."""
    return [Need(day, slot, skill, number) for day in dates for slot, number in zip(slots, staffing, strict=True)]
