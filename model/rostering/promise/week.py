"""Names the people of a week: so many of each kind on each shift of each date, by every rule of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ortools.sat.python.cp_model import FEASIBLE, OPTIMAL, CpSolver, IntVar

from model.instance import Instance
from model.roster import Assignment, Roster
from model.rostering.compose import compose
from model.rostering.problem import pose
from model.rostering.promise.kinds import Counts, Kinds

# A person who is missing weighs more than all aims together.
MISSING = 10_000_000
SECONDS = 20.0
STEP = 1.0


@dataclass(frozen=True, slots=True)
class Named:
    """The roster of a week, and how many people of the counts asked for could not be named on each date."""

    roster: Roster
    missing: Mapping[date, int]


def named_week(
    instance: Instance, site: str, wanted: Mapping[date, tuple[Kinds, Counts]], *, seed: int = 1
) -> Named | None:
    """Return the lawful roster nearest to the counts of each date, and of equal ones the one that suits its aims best.

    People of one kind are alike on a date, so which of them work is decided here alone: by hours, rest, days in a row,
    wishes and fairness over the week. None where no roster of these people keeps all rules.
    """
    problem = pose(instance, site, sorted(wanted), None)
    whole = compose(problem)
    model, works = whole.model, whole.works
    short: dict[date, list[IntVar]] = {day: [] for day in wanted}
    for day, (kinds, counts) in wanted.items():
        named = {person for kind in kinds.kinds for person in kind.people}
        for kind, row in zip(kinds.kinds, counts, strict=True):
            many = dict(zip((shift.code for shift in kinds.shifts), row, strict=True))
            for shift in problem.shifts:
                there = works.total(works.on(person, day, shift) for person in kind.people)
                lacking = model.new_int_var(0, many.get(shift, 0), f"short {day} {shift}")
                model.add(there + lacking == many.get(shift, 0))
                short[day].append(lacking)
        for person in problem.people.keys() - named:
            model.add(works.total(works.on(person, day, shift) for shift in problem.shifts) == 0)
    every = [one for parts in short.values() for one in parts]
    model.minimize(MISSING * works.total(every) + whole.cost)
    solver = CpSolver()
    solver.parameters.num_workers = 1
    # Otherwise the solver leaves Ctrl+C to the system, and the next one kills the program.
    solver.parameters.catch_sigint_signal = False
    solver.parameters.random_seed = seed % (1 << 31)
    solver.parameters.max_deterministic_time = SECONDS
    if solver.solve(model) not in (OPTIMAL, FEASIBLE):
        return None
    found = works.roster(solver, problem)
    # As in the plan of a day, counters are given out on the day.
    rows = tuple(sorted(Assignment(one.date, one.person, one.shift) for one in found.assignments))
    missing = {day: sum(int(solver.value(one)) for one in parts) for day, parts in short.items()}
    return Named(Roster(tuple(sorted(wanted)), rows), missing)
