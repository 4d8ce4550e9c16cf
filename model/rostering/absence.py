"""What keeps one qualified person away from one stretch of one day."""

from dataclasses import replace
from datetime import date

from model.clock import Interval
from model.roster import Assignment, Roster
from model.rostering.catalogue import RULES
from model.rostering.cell_rule import CellRule
from model.rostering.cover import covering
from model.rostering.no_roster import Unavailable
from model.rostering.problem import RosterProblem
from model.rostering.rules.counter_capacity import CounterCapacity
from model.rostering.rules.minimum_presence import MinimumPresence
from model.shifts import Shift

NO_SHIFT = "no_shift"
ELSEWHERE = "elsewhere"


def why_not(problem: RosterProblem, roster: Roster, person: str, day: date, slot: Interval, skill: str) -> Unavailable:
    """Return why a person who holds a skill is not there for it during a slot.

    In this order: no shift works through the slot; a rule forbids each such shift to the person on that date (leave,
    hours, limits); every counter for the skill is taken; the week's other shifts leave no room; or nothing forbids it,
    but there the person would be missing elsewhere.
    """
    shifts = [problem.shifts[code] for code in covering(problem, slot)]
    if not shifts:
        return Unavailable(NO_SHIFT, {"when": str(slot)})
    forbidden = [_forbidden(problem, person, day, shift) for shift in shifts]
    allowed = [shift for shift, why in zip(shifts, forbidden, strict=True) if why is None]
    if not allowed:
        return next(why for why in forbidden if why is not None)
    clashes = []
    for shift in allowed:
        clash = _clash(problem, roster, Assignment(day, person, shift.code), skill)
        if clash is not None:
            clashes.append(clash)
    return clashes[0] if len(clashes) == len(allowed) else _elsewhere(roster, person, day)


def _forbidden(problem: RosterProblem, person: str, day: date, shift: Shift) -> Unavailable | None:
    for rule in RULES:
        if isinstance(rule, CellRule):
            facts = rule.why(problem, problem.people[person], day, shift)
            if facts is not None:
                return Unavailable(rule.id, {"shift": shift.code, **facts})
    return None


def _clash(problem: RosterProblem, roster: Roster, wanted: Assignment, skill: str) -> Unavailable | None:
    """Put the person there instead of what they do that day, and see what breaks."""
    others = [one for one in roster.assignments if (one.person, one.date) != (wanted.person, wanted.date)]
    seat = _free_counter(problem, others, wanted, skill)
    if seat is None:
        return Unavailable(CounterCapacity.id, {"shift": wanted.shift})
    own = [one for one in others if one.person == wanted.person]
    tried = Roster(roster.dates, (*own, replace(wanted, counter=seat)))
    for rule in RULES:
        if not isinstance(rule, MinimumPresence):
            for breach in rule.broken(tried, problem):
                return Unavailable(rule.id, breach.facts)
    return None


def _free_counter(problem: RosterProblem, others: list[Assignment], wanted: Assignment, skill: str) -> str | None:
    span = problem.shifts[wanted.shift].span
    today = [one for one in others if one.date == wanted.date]
    taken = {one.counter for one in today if problem.shifts[one.shift].span.overlaps(span)}
    return next((c for c, skills in problem.counters.items() if skill in skills and c not in taken), None)


def _elsewhere(roster: Roster, person: str, day: date) -> Unavailable:
    now = next((one for one in roster.of(person) if one.date == day), None)
    return Unavailable(ELSEWHERE, {"shift": now.shift if now else "", "counter": now.counter if now else ""})
