"""Counters that are alike, taken together: which of three equal counters one sits at is no decision of the week."""

from dataclasses import dataclass

from model.rostering.problem import RosterProblem


@dataclass(frozen=True, slots=True)
class Place:
    """Counters of one site that call for the same skills; named after the first of them."""

    id: str
    counters: tuple[str, ...]
    skills: frozenset[str]


def folded(problem: RosterProblem) -> tuple[Place, ...]:
    """Take the counters with equal skills together, in the order of the file.

    A counter that a locked cell names stays a place of its own, so that the cell can be kept to the letter.
    """
    alike: dict[tuple[frozenset[str], str], list[str]] = {}
    named = {one.counter for one in problem.locks}
    for counter, skills in problem.counters.items():
        alike.setdefault((skills, counter if counter in named else ""), []).append(counter)
    return tuple(Place(counters[0], tuple(counters), skills) for (skills, _), counters in alike.items())


def single(problem: RosterProblem) -> tuple[Place, ...]:
    """Leave every counter a place of its own."""
    return tuple(Place(counter, (counter,), skills) for counter, skills in problem.counters.items())
