"""Repairs and explanations on a branch of 40 staff, measured.

``python -m benchmarks.changing [--calls N] [--seconds S]`` prints two tables in Markdown.
Times are CPU seconds of this process.
"""

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from benchmarks.forty import SKILLS, Branch, branch
from model.clock import Interval
from model.figures import Name
from model.labour import LabourFigure, LabourRule
from model.lock import Lock
from model.requirement import Requirement
from model.roster import Roster
from model.roster_diff import changes
from model.rostering.clash.clash import find_clashes
from model.rostering.no_roster import NoRoster
from model.rostering.problem import pose
from model.rostering.repair.events import Absence, with_events
from model.rostering.repair.repair import Stage, Terms, repair
from model.rostering.solve import solve_roster
from model.shifts import OFF, Shift
from model.staff import Leave, Limit, LimitKind


def repairs(calls: int, seconds: float) -> None:
    """Mend sick calls in a published week and compare with a roster made anew with the same effort."""
    one, luck = branch(1), random.Random(1)
    solution = solve_roster(one.instance, one.requirement, dates=one.dates, effort=3 * seconds)
    print(f"\nPublished: {solution.cost} points, bound {solution.bound}.\n")
    heads = "sick call|first lawful (s)|all (s)|points|best|bound|changed|at least|anew: points|anew: changed"
    print(f"| {heads.replace('|', ' | ')} |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for gone in luck.sample(solution.roster.assignments, calls):
        print(_repaired(one, solution.roster, Absence(gone.person, gone.date, gone.date), seconds), flush=True)


def _repaired(one: Branch, published: Roster, event: Absence, seconds: float) -> str:
    start, stages = time.process_time(), dict[Stage, float]()
    try:
        found = repair(
            one.instance,
            published,
            [event],
            site=one.site,
            requirement=one.requirement,
            terms=Terms(freeze_until=event.first, seconds=seconds),
            on_stage=lambda stage: stages.setdefault(stage, time.process_time() - start) and None,
        )
    except NoRoster:
        return f"| {event.person} {event.first:%a} | no lawful roster | | | | | | | | |"
    whole = time.process_time() - start
    points, changed = _anew(one, published, event, seconds)
    parts = (
        f"{event.person} {event.first:%a}", f"{stages[Stage.BEST]:.1f}", f"{whole:.0f}", found.cost, found.best,
        found.bound, found.moved, found.least_changes, points, changed,
    )  # fmt: skip
    return "| " + " | ".join(str(part) for part in parts) + " |"


def _anew(one: Branch, published: Roster, event: Absence, seconds: float) -> tuple[int, int]:
    """Make the rest of the week anew, as one would without repair; return its points and changed shifts."""
    frozen = [day for day in one.dates if day < event.first]
    dates = [day for day in one.dates if day not in frozen]
    instance = with_events(one.instance, published, [event], frozen, ())
    needs = tuple(need for need in one.requirement.needs if need.date in dates)
    made = solve_roster(instance, Requirement(one.site, needs, "drawn", 0), dates=dates, effort=seconds)
    rest = Roster(tuple(dates), tuple(row for row in published.assignments if row.date in dates))
    return made.cost, sum(not change.seat_only for change in changes(rest, made.roster))


def on_leave(one: Branch) -> Branch:
    """Everybody with a skill is on leave on one day."""
    return _with(one, leave=(*one.instance.leave, *(Leave(who, day(one), day(one), "sick") for who in few(one))))


def nobody(one: Branch) -> Branch:
    """Nobody holds a skill."""
    return _with(one, staff={who: _unskilled(person) for who, person in one.instance.staff.items()})


def no_afternoon(one: Branch) -> Branch:
    """No shift works in the afternoon."""
    return _with(one, shifts={code: shift for code, shift in one.instance.shifts.items() if shift.span.end <= 720})


def short_contracts(one: Branch) -> Branch:
    """Those with a skill have contracts of ten hours a week."""
    return _holders(one, weekly_minutes=600)


def small_children(one: Branch) -> Branch:
    """Those with a skill have small children, and the only shift is too long for them."""
    limits = (Limit(LimitKind.CHILD_UNDER_12_MONTHS, one.dates[0], one.dates[-1]),)
    day_long = {"HC": one.instance.shifts["HC"]}
    return _with(_holders(one, limits=limits), shifts=day_long)


def too_few_counters(one: Branch) -> Branch:
    """More of each skill must be present than there are counters."""
    few_counters = dict(list(one.instance.counters.items())[:3])
    return _with(one, counters=few_counters, settings=replace(one.instance.settings, min_present=4))


def no_night_rest(one: Branch) -> Branch:
    """The site opens late on one day and early on the next, and one person holds a skill."""
    hours = {one.dates[0]: (Interval(1020, 1320),), one.dates[1]: (Interval(360, 660),)}
    shifts = {"E": _shift("E", 1020, 1320), "M": _shift("M", 360, 660)}
    return _opening(_with(_keep_holders(one, 1), shifts=shifts), {}, hours)


def no_weekly_rest(one: Branch) -> Branch:
    """The law asks for four days of rest on end, and one person holds a skill."""
    figures = {**one.instance.labour.figures, LabourRule.WEEKLY_REST_HOURS: LabourFigure(96, "")}
    return _with(_keep_holders(one, 1), labour=replace(one.instance.labour, figures=figures))


def no_break(one: Branch) -> Branch:
    """The only shift holds no break."""
    whole_week = {weekday: (Interval(480, 900),) for weekday in range(5)}
    return _opening(_with(one, shifts={"L": _shift("L", 480, 900)}), whole_week, {})


def locked_off(one: Branch) -> Branch:
    """Those with a skill are locked off on one day."""
    return _with(one, locks=tuple(Lock(day(one), who, OFF) for who in few(one)))


WEEKS: tuple[Callable[[Branch], Branch], ...] = (
    on_leave, nobody, no_afternoon, short_contracts, small_children, too_few_counters, no_night_rest, no_weekly_rest,
    no_break, locked_off,
)  # fmt: skip
RARE = SKILLS[-1]


def day(one: Branch) -> date:
    """Return the date on which something happens."""
    return one.dates[2]


def few(one: Branch) -> list[str]:
    """Return those who hold the rare skill."""
    return [who for who, person in one.instance.staff.items() if RARE in person.skills]


def _with(one: Branch, **parts: object) -> Branch:
    return replace(one, instance=replace(one.instance, **parts))  # type: ignore[arg-type]


def _opening(one: Branch, week: dict[int, tuple[Interval, ...]], days: dict[date, tuple[Interval, ...]]) -> Branch:
    site = replace(one.instance.sites[one.site], opening={}, opening_days={})
    settings = replace(one.instance.settings, opening=week, opening_days=days)
    return _with(one, settings=settings, sites={one.site: site})


def _unskilled(person):  # type: ignore[no-untyped-def]
    kept = {name: skill for name, skill in person.skills.items() if name != RARE}
    return replace(person, skills=kept)


def _holders(one: Branch, **parts: object) -> Branch:
    """Leave the rare skill to three people and change them."""
    left = _keep_holders(one, 3)
    chosen = few(left)
    staff = {w: replace(p, **parts) if w in chosen else p for w, p in left.instance.staff.items()}  # type: ignore[arg-type]
    return _with(left, staff=staff)


def _keep_holders(one: Branch, number: int) -> Branch:
    free = [who for who in few(one) if not any(row.person == who for row in one.instance.leave)]
    kept = set(free[:number])
    return _with(one, staff={w: p if w in kept else _unskilled(p) for w, p in one.instance.staff.items()})


def _shift(code: str, start: int, end: int) -> Shift:
    return Shift(code, Name(code, code), Interval(start, end))


def explanations() -> None:
    """Explain ten infeasible weeks of 40 staff, each for another reason."""
    print("\n| week | seconds | clashes | facts of the first | smallest | rules named |")
    print("| --- | --- | --- | --- | --- | --- |")
    for week in WEEKS:
        one = week(branch(1))
        start = time.process_time()
        found = find_clashes(pose(one.instance, one.site, one.dates, one.requirement))
        spent = time.process_time() - start
        first = found.clashes[0] if found.clashes else None
        facts = [given.fact for given in first.given] if first else []
        rules = ", ".join(sorted({fact.rule for fact in facts})) or str(found.possible)
        text = (week.__name__, f"{spent:.1f}", f"{len(found.clashes)}{'+' if found.more else ''}", len(facts))
        print(
            "| " + " | ".join(str(part) for part in (*text, first.minimal if first else "", rules)) + " |", flush=True
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=5.0)
    asked = parser.parse_args()
    explanations()
    repairs(asked.calls, asked.seconds)
