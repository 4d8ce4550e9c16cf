"""Nobody sits at the same kind of counter for too many days in a row."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from model.labour import LabourRule
from model.roster import Roster
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Facts

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from model.rostering.variables import Works

Kind = frozenset[str]

FARTHEST_BACK = 60


class CounterRotation:
    """After ``settings.rotation_days`` open dates on end at one kind of counter a person changes, or has a day off.

    Counters that call for the same skills are of one kind. Only those who can use two kinds can rotate. No law asks
    for it (**assumption**: a house rule against habit and favour); 0 days switch it off.
    """

    id = "counter_rotation"
    laws: tuple[LabourRule, ...] = ()

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Forbid each stretch of dates at one kind of counter."""
        kinds = {place.id: place.skills for place in works.places}
        for person, useful in _rotating(problem):
            for window in _windows(problem):
                ours = [day for day in window if day in problem.opening]
                for kind in useful:
                    if all(_known(problem, person, day) == kind for day in window if day not in problem.opening):
                        there = (
                            works.at(person, day, shift, place)
                            for day in ours
                            for shift in problem.shifts
                            for place, skills in kinds.items()
                            if skills == kind
                        )
                        model.add(works.total(there) <= len(ours) - 1)

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the stretches at one kind of counter, at their last date in the roster."""
        breaches = []
        for person, useful in _rotating(problem):
            seats = {one.date: one.counter for one in roster.of(person)}
            for window in _windows(problem):
                kinds = {
                    problem.counters.get(seats.get(day, "")) if day in problem.opening else _known(problem, person, day)
                    for day in window
                }
                if len(kinds) == 1 and kinds <= set(useful):
                    last = [day for day in window if day in problem.opening][-1]
                    facts: Facts = {"counter": seats[last], "days": len(window), "most": len(window) - 1}
                    breaches.append(Breach(self.id, person, last, facts))
        return breaches


def _rotating(problem: RosterProblem) -> Iterator[tuple[str, list[Kind]]]:
    """Yield the people who can use two kinds of counters or more, with these kinds."""
    if problem.instance.settings.rotation_days <= 0:
        return
    kinds = list(dict.fromkeys(problem.counters.values()))
    for person in problem.people.values():
        useful = [kind for kind in kinds if kind & person.skills.keys()]
        if len(useful) > 1:
            yield person.id, useful


def _known(problem: RosterProblem, person: str, day: date) -> Kind | None:
    """Return the kind of counter a person sat at on a date that is not rostered."""
    one = problem.known[person].get(day)
    return problem.counters.get(one.counter) if one else None


def _windows(problem: RosterProblem) -> Iterator[Sequence[date]]:
    """Yield the stretches of one open date more than allowed, with at least one date of the roster in each."""
    length = problem.instance.settings.rotation_days + 1
    back: list[date] = []
    day = problem.dates[0] - timedelta(days=1)
    while len(back) < length - 1 and (problem.dates[0] - day).days <= FARTHEST_BACK:
        if problem.instance.opening(problem.site, day):
            back.append(day)
        day -= timedelta(days=1)
    within = (problem.dates[-1] - problem.dates[0]).days + 1
    ours = (problem.dates[0] + timedelta(days=step) for step in range(within))
    dates = [*reversed(back), *(day for day in ours if problem.instance.opening(problem.site, day))]
    for start in range(len(dates) - length + 1):
        window = dates[start : start + length]
        if any(day in problem.opening for day in window):
            yield window
