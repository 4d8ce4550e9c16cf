"""A plain CP-SAT model of OR-Tools' example, as one writes it for this question alone, beside our catalogue."""

from collections.abc import Iterator, Mapping
from functools import partial

from ortools.sat.python.cp_model import FEASIBLE, OPTIMAL, CpModel, CpSolver, IntVar, LinearExpr

from benchmarks.peer_example import (
    ALONE,
    CODES,
    DAYS,
    EXCESS,
    FEWER,
    FIXED,
    FOURTH,
    LATE,
    LONGEST_NIGHTS,
    LONGEST_REST,
    MORE,
    NIGHT,
    NO_NIGHT,
    PEOPLE,
    QUESTIONS,
    REQUESTS,
    REST,
    WEEK,
    WEEKLY_NIGHTS,
    WEEKLY_RESTS,
    Grid,
    Question,
    cells,
    grid_of,
    instance,
    need,
    requirement,
)
from benchmarks.peer_rows import Row, Taken, Terms, clocked, days, solved

On = Mapping[tuple[int, int, str], IntVar]


def rows(terms: Terms) -> Iterator[Row]:
    """Yield the answers to each question, each scored by the question and by the full example."""
    full = QUESTIONS[0]
    for question in QUESTIONS:
        found, taken = clocked(partial(plain, question, terms.seconds), terms.runs)
        yield from _scored(question, full, "plain CP-SAT", *found, taken)
        if not question.full:
            named, taken = clocked(partial(ours, question, terms.seconds), terms.runs)
            yield from _scored(question, full, "ours", *named, taken)


def _scored(question: Question, full: Question, who: str, grid: Grid, proved: bool, taken: Taken) -> Iterator[Row]:
    name = f"shift_scheduling_sat, {question.name}"
    yield Row(name, who, question.points(grid), proved, question.broken(grid), taken)
    if not question.full:
        yield Row(f"{name}, scored in full", who, full.points(grid), None, full.broken(grid), None)


def ours(question: Question, seconds: float) -> tuple[Grid, bool]:
    """Return our roster, and whether it is proved to be the cheapest."""
    found = solved(instance(question), requirement(), days(DAYS), seconds)
    return grid_of(found.roster), found.cost <= found.bound


def plain(question: Question, seconds: float) -> tuple[Grid, bool]:
    """Return the plain model's roster, and whether it is proved to be the cheapest."""
    model = CpModel()
    on = {cell: model.new_bool_var("{} {} {}".format(*cell)) for cell in cells()}
    cost = _asked(on) + _cover(model, on)
    for who in range(PEOPLE):
        _lawful(model, on, who, question)
        cost += _limits(model, on, who) if question.full else 0
    model.minimize(cost)
    solver = CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(model)
    assert status in (OPTIMAL, FEASIBLE), "the example has rosters"
    worked = ("".join(_letter(solver, on, who, day) for day in range(DAYS)) for who in range(PEOPLE))
    return tuple(worked), status == OPTIMAL


def _letter(solver: CpSolver, on: On, who: int, day: int) -> str:
    return next(code for code in CODES if solver.boolean_value(on[who, day, code]))


def _asked(on: On) -> LinearExpr:
    return LinearExpr.weighted_sum([on[cell] for cell in REQUESTS], list(REQUESTS.values()))


def _cover(model: CpModel, on: On) -> LinearExpr:
    """Ask for the people of each shift and return what those beyond cost.

    They are counted by a variable that is never below zero: with the bare sums the solver proves nothing for a minute.
    """
    beyond = []
    for day in range(DAYS):
        for code, price in EXCESS.items():
            more = model.new_int_var(0, PEOPLE, "")
            model.add(LinearExpr.sum([on[who, day, code] for who in range(PEOPLE)]) == need(day, code) + more)
            beyond.append(price * more)
    return LinearExpr.sum(beyond)


def _lawful(model: CpModel, on: On, who: int, question: Question) -> None:
    """Post what all questions ask of one person."""
    for day in range(DAYS):
        model.add_exactly_one(on[who, day, code] for code in CODES)
        if (who, day) in FIXED:
            model.add(on[who, day, FIXED[who, day]] == 1)
        for pair in question.barred if day + 1 < DAYS else ():
            model.add_at_most_one(on[who, day, pair[0]], on[who, day + 1, pair[1]])
    for code, (least, most) in ((REST, question.rests), (NIGHT, question.nights)):
        model.add_linear_constraint(_often(on, who, code, 0, DAYS), least, most)
    for week in range(0, DAYS, WEEK):
        model.add(_often(on, who, REST, week, WEEK) >= WEEKLY_RESTS[0])


def _often(on: On, who: int, code: str, first: int, many: int) -> LinearExpr:
    return LinearExpr.sum([on[who, day, code] for day in range(first, min(DAYS, first + many))])


def _limits(model: CpModel, on: On, who: int) -> LinearExpr:
    """Post the runs and weeks of the full example for one person and return what they cost."""
    for code, most in ((REST, LONGEST_REST), (NIGHT, LONGEST_NIGHTS)):
        for first in range(DAYS - most):
            model.add(_often(on, who, code, first, most + 1) <= most)
    paid = [*_nights(model, on, who), *_late(model, on, who)]
    for week in range(0, DAYS, WEEK):
        paid += _week(model, on, who, week)
    return LinearExpr.sum(paid)


def _nights(model: CpModel, on: On, who: int) -> Iterator[LinearExpr]:
    """Pay for a night alone and for four on end; five are forbidden, so each four are a run of their own."""
    for day in range(DAYS):
        beside = [on[who, near, NIGHT] for near in (day - 1, day + 1) if 0 <= near < DAYS]
        yield ALONE * _at_least(model, on[who, day, NIGHT] - LinearExpr.sum(beside))
    for first in range(DAYS - LONGEST_NIGHTS + 1):
        yield FOURTH * _at_least(model, _often(on, who, NIGHT, first, LONGEST_NIGHTS) - (LONGEST_NIGHTS - 1))


def _late(model: CpModel, on: On, who: int) -> Iterator[LinearExpr]:
    for day in range(DAYS - 1):
        yield LATE * _at_least(model, on[who, day, "A"] + on[who, day + 1, NIGHT] - 1)


def _week(model: CpModel, on: On, who: int, week: int) -> Iterator[LinearExpr]:
    rests, nights = _often(on, who, REST, week, WEEK), _often(on, who, NIGHT, week, WEEK)
    model.add(rests <= WEEKLY_RESTS[1])
    model.add(nights <= WEEKLY_NIGHTS[1])
    yield FEWER * _at_least(model, 2 - rests)
    yield MORE * _at_least(model, rests - 2)
    yield NO_NIGHT * _at_least(model, 1 - nights)


def _at_least(model: CpModel, what: LinearExpr) -> IntVar:
    """Return whether something that is never above one is above zero."""
    over = model.new_bool_var("")
    model.add(over >= what)
    return over
