"""The staff one site needs by date, slot and skill so that the promise is kept: found by simulation, not by formula."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from model.clock import Interval
from model.instance import Instance
from model.requirement import Need, Requirement
from simulate.needs.design import Sample, draw_samples, slots_of
from simulate.needs.search import Staffing, least_staffing, raised
from simulate.needs.skill_days import SkillDays, skill_days
from simulate.needs.trial import SkillTrial
from simulate.rows import Rows, demand_rows

DESIGN_DAYS = 30
CHECK_DAYS = 90
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
    check_days: int = CHECK_DAYS,
    margin: float = MARGIN,
    on_step: Callable[[Step], None] | None = None,
) -> Requirement:
    """Return the least staff found that keeps every service's promise, for those who arrive in each slot.

    Nameless people who serve one skill each are put on duty slot by slot and the site's citizens played to them.
    The search starts at the modified offered load, raises what misses and takes away what is not needed, on
    ``design_days`` days and with a ``margin``; then it raises what still misses on ``check_days`` other days, which
    corrects the optimism of days that were searched on. No reported run uses any of these days. Dates with the same
    hours and the same planned busyness share a search.
    """
    rows = demand_rows(instance, {site})
    terms = _Terms(
        instance.settings.run.seed if seed is None else seed,
        range(design_days),
        range(design_days, design_days + check_days),
        margin,
    )
    search = _Search(instance, site, rows, terms)
    kinds = _alike(instance, site, instance.settings.run.dates if dates is None else dates)
    work = [(alike, skill) for alike in kinds for skill in _skills(instance, rows)]
    needs: list[Need] = []
    simulations = 0
    for done, (alike, skill) in enumerate(work, start=1):
        found, played = search.least(alike[0], skill)
        needs += _needs(alike, slots_of(instance, site, alike[0]), skill, found)
        simulations += played
        if on_step is not None:
            on_step(Step(site, alike[0], skill, done, len(work), simulations))
    method = f"mol, raise, trim, check; design_days={design_days}; check_days={check_days}; margin={margin:g}"
    return Requirement(site, tuple(sorted(needs, key=lambda one: (one.date, one.slot, one.skill))), method, simulations)


@dataclass(frozen=True, slots=True)
class _Terms:
    """The luck the search uses: numbers of days to search on and to check on, and the margin of the search."""

    seed: int
    design: range
    check: range
    margin: float


class _Search:
    """Searches one site; the days drawn for a date serve all skills."""

    def __init__(self, instance: Instance, site: str, rows: Rows, terms: _Terms) -> None:
        self._instance, self._site, self._rows, self._terms = instance, site, rows, terms
        self._day: date | None = None
        self._design: tuple[Sample, ...] = ()
        self._check: tuple[Sample, ...] = ()

    def least(self, day: date, skill: str) -> tuple[Staffing, int]:
        """Return the least staffing of one skill by slot, and how many simulations that took."""
        if day != self._day:
            self._day, self._design, self._check = (
                day,
                self._draw(day, self._terms.design),
                self._draw(day, self._terms.check),
            )
        days, trial = self._trial(day, skill, self._design, self._terms.margin)
        found = least_staffing(days.start, days.floor, days.cap, trial)
        if not self._check:
            return found, trial.played
        fresh, check = self._trial(day, skill, self._check, 0.0)
        start = tuple(map(max, found, fresh.floor))
        return raised(start, fresh.cap, check)[0], trial.played + check.played

    def _draw(self, day: date, numbers: range) -> tuple[Sample, ...]:
        return draw_samples(self._instance, self._rows, day, self._terms.seed, numbers)

    def _trial(self, day: date, skill: str, samples: Sequence[Sample], margin: float) -> tuple[SkillDays, SkillTrial]:
        """Set up the trials of a skill on some days."""
        slots = slots_of(self._instance, self._site, day)
        days = skill_days(self._instance, self._site, skill, day, slots, samples, margin=margin, fewest=FEWEST)
        return days, SkillTrial(self._instance, self._site, slots, days)


def _alike(instance: Instance, site: str, dates: Iterable[date]) -> list[list[date]]:
    """Group the open dates that differ in nothing but luck: same opening, same planned factor."""
    groups: dict[tuple[tuple[Interval, ...], float, date | None], list[date]] = {}
    for day in dates:
        if instance.opening(site, day):
            # Each date that is played again is a day of its own.
            seen = day if day in instance.replay else None
            kind = (instance.opening(site, day), round(instance.demand.factor(day), 9), seen)
            groups.setdefault(kind, []).append(day)
    return list(groups.values())


def _skills(instance: Instance, rows: Rows) -> list[str]:
    """Return the skills anybody comes to the site for, in alphabetical order."""
    names = list(instance.services.values())
    return sorted({names[at].skill for at in rows.service.tolist()})


def _needs(dates: Iterable[date], slots: Sequence[Interval], skill: str, staffing: Staffing) -> Iterable[Need]:
    """Write a staffing down for every date it holds for."""
    return [Need(day, slot, skill, number) for day in dates for slot, number in zip(slots, staffing, strict=True)]
