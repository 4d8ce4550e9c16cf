"""The second stage of the search: the same shifts at the same cost, with people changing their kind of counter least.

Changing counters has no price of its own; among rosters that pay the same, the one is taken that people like better.
"""

from ortools.sat.python import cp_model

from model.roster import Roster
from model.rostering.compose import Composition, compose
from model.rostering.problem import RosterProblem
from model.rostering.search import run, searcher

# Deterministic seconds; the shifts being fixed, little is left to decide.
SECONDS = 2.0


def settled(problem: RosterProblem, roster: Roster, cost: int, seed: int) -> Roster:
    """Return a roster with the same shifts that costs no more, on the fewest kinds of counters a person.

    Counters stand for the places they were taken together in. Where nothing better is found, the roster stays.
    """
    whole = compose(problem)
    if len(whole.works.places) < 2:
        return roster
    _fix_shifts(whole, roster)
    whole.model.add(whole.cost <= cost)
    whole.model.minimize(whole.works.total(_kinds(whole, roster)))
    solver = searcher(seed, SECONDS)
    if run(solver, whole.model, None) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return whole.works.roster(solver, problem)
    return roster


def _fix_shifts(whole: Composition, roster: Roster) -> None:
    seats = {(one.person, one.date, one.shift): one.counter for one in roster.assignments}
    for cell, on in whole.works.cells():
        whole.model.add(on == (cell in seats))
    for (person, day, shift), counter in seats.items():
        for place in whole.works.places:
            whole.model.add_hint(whole.works.at(person, day, shift, place.id), place.id == counter)


def _kinds(whole: Composition, roster: Roster) -> list[cp_model.IntVar]:
    """Return, for each person and place, whether the person is ever there."""
    kinds = []
    for person in sorted({one.person for one in roster.assignments}):
        for place in whole.works.places:
            ever = whole.model.new_bool_var(f"{person} ever at {place.id}")
            for one in roster.of(person):
                whole.model.add_implication(whole.works.at(person, one.date, one.shift, place.id), ever)
            kinds.append(ever)
    return kinds
