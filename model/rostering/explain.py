"""Why there is no lawful roster: which skill is missing when, and what keeps each person who has it away."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from model.clock import Interval
from model.roster import Roster
from model.rostering.absence import why_not
from model.rostering.cover import covering
from model.rostering.no_roster import Reason
from model.rostering.problem import RosterProblem
from model.rostering.rules.minimum_presence import MinimumPresence


def explain(problem: RosterProblem, fullest: Roster) -> tuple[Reason, ...]:
    """Return what the fullest roster lacks, summarised by date, skill and session; nothing where nothing lacks."""
    return tuple(
        _reason(problem, fullest, day, skill, slots)
        for day in problem.open_dates
        for skill in problem.skills
        for slots in _gaps(problem, fullest, day, skill)
    )


def _gaps(problem: RosterProblem, roster: Roster, day: date, skill: str) -> Iterator[list[Interval]]:
    """Yield the runs of slots without a break in which equally many people, too few, are there for a skill."""
    for session in problem.opening[day]:
        slots = session.slots(problem.instance.settings.slot_minutes)
        for there, run in groupby(slots, lambda slot: frozenset(_there(problem, roster, day, slot, skill))):
            if len(there) < problem.instance.settings.min_present:
                yield list(run)


def _there(problem: RosterProblem, roster: Roster, day: date, slot: Interval, skill: str) -> list[str]:
    return [
        one.person
        for one in roster.on(day)
        if one.shift in covering(problem, slot) and skill in problem.profile(one.person, one.counter)
    ]


def _reason(problem: RosterProblem, roster: Roster, day: date, skill: str, slots: list[Interval]) -> Reason:
    there = _there(problem, roster, day, slots[0], skill)
    qualified = tuple(person.id for person in problem.people.values() if skill in person.skills)
    return Reason(
        rule=MinimumPresence.id,
        date=day,
        skill=skill,
        when=Interval(slots[0].start, slots[-1].end),
        needed=problem.instance.settings.min_present,
        there=len(there),
        qualified=qualified,
        unavailable={
            person: why_not(problem, roster, person, day, slots[0], skill)
            for person in qualified
            if person not in there
        },
    )
