"""Where the decisions of a roster lie: whose they are, and of which day. Neighbourhoods are chosen by that."""

from dataclasses import dataclass

import numpy as np

from model.rostering.neighbourhood.rows import Integers
from model.rostering.problem import RosterProblem
from model.rostering.variables import Works


@dataclass(frozen=True, slots=True)
class Field:
    """The decisions of a roster by their place in the model, with the number of the person and of the day of each."""

    cell: Integers
    person: Integers
    day: Integers
    people: int
    days: int


def field_of(works: Works, problem: RosterProblem) -> Field:
    """Lay out the decisions: those on shifts, and those on counters where there is a choice."""
    people = {name: at for at, name in enumerate(problem.people)}
    days = {day: at for at, day in enumerate(problem.dates)}
    found = {decision.index: (people[name], days[day]) for (name, day), decision in works.decisions()}
    where = np.array([(cell, *place) for cell, place in sorted(found.items())], np.int64).reshape(-1, 3)
    return Field(where[:, 0], where[:, 1], where[:, 2], len(people), len(days))
