"""Plan each day of a roster inside: seats by block and moments of breaks, kept only where they improve the cover."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ortools.sat.python.cp_model import FEASIBLE, OPTIMAL, CpSolver

from model.clock import Interval, outside
from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster, Seat
from model.rostering.inside_day.judge import Seats, broken, cost, short, usual
from model.rostering.inside_day.posting import DayModel
from model.rostering.inside_day.question import DayQuestion, Post, ask
from model.rostering.problem import pose
from model.rostering.search import run, searcher

# Deterministic seconds for one date.
SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class InsideDays:
    """The roster with its days planned; ``before`` and ``after`` are people missing, over all slots of all dates."""

    roster: Roster
    before: int
    after: int


def plan_inside(
    instance: Instance, requirement: Requirement, roster: Roster, *, dates: Sequence[date], seed: int = 1
) -> InsideDays:
    """Plan the dates of a roster inside; a date on which nothing is gained stays as it is.

    The same input and seed give the same plan. Shifts and counters of the assignments stay; ``seats`` are added.

    Raises:
        RuntimeError: when the judge finds a fault in the plan; then solver and judge disagree, which is our fault.
    """
    problem = pose(instance, requirement.site, dates, requirement)
    before, after = 0, 0
    planned: dict[tuple[str, date], tuple[Seat, ...]] = {}
    for day in problem.open_dates:
        question = ask(problem, roster, day)
        plan, was = plan_day(question, seed), usual(question)
        before, after = before + short(question, was), after + short(question, plan)
        if cost(question, plan) < cost(question, was):
            # Whoever stays has no seats told: the free hour of a small child is cut out when the day comes.
            planned |= {(post.one.person, day): plan[post.one.person] for post in question.posts if not post.still}
    rows = (replace(one, seats=planned.get((one.person, one.date), ())) for one in roster.assignments)
    return InsideDays(Roster(roster.dates, tuple(sorted(rows))), before, after)


def plan_day(question: DayQuestion, seed: int = 1) -> Seats:
    """Return the cheapest plan of a day found in the time, the usual one where none is.

    Raises:
        RuntimeError: when the judge finds a fault in it.
    """
    if not question.needs or not question.posts:
        return usual(question)
    day, solver = DayModel(question), searcher(seed, SECONDS)
    if run(solver, day.model, None) not in (OPTIMAL, FEASIBLE):
        return usual(question)
    plan = _read(day, solver)
    if fault := next(broken(question, plan), None):
        raise RuntimeError(f"solver and judge disagree on {question.date}: {fault}")
    return plan if cost(question, plan) < cost(question, usual(question)) else usual(question)


@dataclass(frozen=True, slots=True)
class _Stay:
    """A post at one place without a change."""

    interval: Interval
    post: Post
    place: str


def _read(day: DayModel, solver: CpSolver) -> Seats:
    """Read who is where, and give out concrete counters by the start of stays: there is always one left."""
    found: dict[str, list[Seat]] = {post.one.person: [] for post in day.question.posts}
    pauses = {
        post.one.person: [moment for row in rows for moment, chosen in row.items() if solver.value(chosen)]
        for post, rows in zip(day.question.posts, day.pause, strict=True)
    }
    taken: dict[str, int] = {}
    for stay in sorted((one for number in range(len(day.at)) for one in _stays(day, solver, number)), key=_order):
        person = stay.post.one.person
        free = [one for one in day.question.places[stay.place].counters if taken.get(one, 0) <= stay.interval.start]
        counter = stay.post.one.counter if stay.post.one.counter in free else free[0]
        taken[counter] = stay.interval.end
        found[person] += [Seat(work, counter) for work in outside(stay.interval, pauses[person])]
    return {person: tuple(seats) for person, seats in found.items()}


def _order(stay: _Stay) -> tuple[Interval, str]:
    return stay.interval, stay.post.one.person


def _stays(day: DayModel, solver: CpSolver, number: int) -> list[_Stay]:
    post, found = day.question.posts[number], list[_Stay]()
    for slot, row in zip(day.slots[number], day.at[number], strict=True):
        place = next(name for name, chosen in row.items() if solver.value(chosen))
        if found and found[-1].place == place:
            found[-1] = replace(found[-1], interval=Interval(found[-1].interval.start, slot.end))
        else:
            found.append(_Stay(slot, post, place))
    return found
