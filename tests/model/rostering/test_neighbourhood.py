"""Large neighbourhoods: the model as rows says the same as the solver's, and parts of it never lose a solution."""

import random

import numpy as np
import pytest
from ortools.sat.python import cp_model

from model.rostering.compose import Composition
from model.rostering.judge import judge
from model.rostering.neighbourhood.bandit import Bandit
from model.rostering.neighbourhood.descent import descent
from model.rostering.neighbourhood.field import field_of
from model.rostering.neighbourhood.kinds import Window
from model.rostering.neighbourhood.part import Cutter
from model.rostering.neighbourhood.rows import FAR, NoRowsError, rows_of
from model.rostering.neighbourhood.stop import NEVER, Stop
from model.rostering.search import searcher
from model.rostering.solve import solve_roster


def first_of(whole: Composition) -> np.ndarray:
    solver = searcher(1, 20)
    model = whole.model.clone()
    model.proto.clear_objective()
    assert solver.solve(model) == cp_model.OPTIMAL
    return np.array(solver.response_proto.solution, np.int64)


def test_rows_hold_for_just_what_the_solver_allows():
    model = cp_model.CpModel()
    x, y, z = (model.new_bool_var(name) for name in "xyz")
    n = model.new_int_var(-2, 3, "n")
    model.add_at_most_one(x, ~y)
    model.add_bool_or(x, z, ~y)
    model.add_implication(x, ~z)
    model.add_bool_and(y, z).only_enforce_if(~x, y)
    model.add(n >= 1).only_enforce_if(x)
    model.add(2 * n - 3 * z == 2).only_enforce_if(y, ~x)
    model.add(n + x <= 3)
    model.add_exactly_one(x, y, z).only_enforce_if([])
    rows = rows_of(model)
    for values in np.ndindex(2, 2, 2, 6):
        point = np.array(values, np.int64) - [0, 0, 0, 2]
        fixed = model.clone()
        for at, value in enumerate(point.tolist()):
            fixed.add(fixed.get_int_var_from_proto_index(at) == value)
        assert rows.holds(point) == (cp_model.CpSolver().solve(fixed) == cp_model.OPTIMAL), point


def test_constants_stand_in_no_row_and_nothing_is_said_twice():
    model = cp_model.CpModel()
    x, y, one = model.new_bool_var("x"), model.new_bool_var("y"), model.new_constant(1)
    model.add(x + y + 3 * one <= 4)
    model.add(x + y <= 1)
    model.add(x + y <= 2)
    rows = rows_of(model)
    assert rows.matrix.toarray().tolist() == [[1, 1, 0]]
    assert (rows.least.tolist(), rows.most.tolist()) == ([-FAR], [1])
    assert rows.holds(np.array([1, 0, 1]))
    assert not rows.holds(np.array([1, 1, 1]))
    assert not rows.holds(np.array([1, 0, 0])), "the constant keeps its value"


def test_what_is_no_row_is_refused():
    model = cp_model.CpModel()
    n = model.new_int_var(0, 3, "n")
    model.add_max_equality(n, [model.new_int_var(0, 3, "m"), n])
    with pytest.raises(NoRowsError):
        rows_of(model)
    holes = cp_model.CpModel()
    holes.new_int_var_from_domain(cp_model.Domain.from_values([1, 3]), "holes")
    with pytest.raises(NoRowsError):
        rows_of(holes)


@pytest.mark.parametrize("seed", range(6))
def test_a_part_keeps_the_present_roster_and_its_best_is_the_wholes(contract_month, seed):
    problem, whole = contract_month(seed)
    rows, values, luck = rows_of(whole.model), first_of(whole), random.Random(seed)
    assert rows.holds(values)
    cells = field_of(whole.works, problem).cell
    cutter = Cutter(rows, cells)
    for size in (1, 5, 20, len(cells)):
        part = cutter.cut(np.array(luck.sample(cells.tolist(), size)), values)
        solver = searcher(1, 5)
        assert solver.solve(part.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        found = values.copy()
        found[part.free] = np.array(solver.response_proto.solution)
        assert rows.holds(found)
        assert rows.cost(found) == round(solver.objective_value) <= rows.cost(values)


def test_counting_anew_never_costs_more(contract_month):
    problem, whole = contract_month(3)
    rows, values = rows_of(whole.model), first_of(whole)
    cutter = Cutter(rows, field_of(whole.works, problem).cell)
    counted = cutter.recount(values)
    assert counted is not None
    assert rows.holds(counted)
    assert rows.cost(counted) <= rows.cost(values)
    wrong = values.copy()
    wrong[cutter.cell] = 1
    assert cutter.recount(wrong) is None


def test_the_descent_goes_down_and_depends_on_nothing_but_its_seed(contract_month):
    def go(seed: int) -> np.ndarray:
        problem, whole = contract_month(5, people=14)
        search = descent(rows_of(whole.model), field_of(whole.works, problem), seed)
        values = first_of(whole)
        found = search.run(search.sweep(values, NEVER), 0.6, NEVER, lambda _: None)
        assert search.rows.holds(found)
        assert search.rows.cost(found) < search.rows.cost(values)
        return found

    assert np.array_equal(go(1), go(1))


def test_the_judge_counts_what_the_search_counts(contract_month):
    problem, _ = contract_month(7)
    told = []
    solution = solve_roster(
        problem.instance, problem.requirement, dates=problem.dates, effort=1.0, on_progress=told.append
    )
    verdict = judge(problem.instance, solution.roster, problem.requirement, problem.dates, "S")
    assert verdict.lawful
    assert verdict.cost == solution.cost == told[-1].cost >= solution.bound
    assert [one.cost for one in told] == sorted((one.cost for one in told), reverse=True)


def test_a_clock_ends_the_search(contract_month):
    problem, _ = contract_month(8)
    ticks = iter(range(1, 10**9))
    stop = Stop(lambda: float(next(ticks)), 60.0)
    solution = solve_roster(problem.instance, problem.requirement, dates=problem.dates, effort=1e6, stop=stop)
    assert judge(problem.instance, solution.roster, problem.requirement, problem.dates, "S").lawful
    assert next(ticks) < 10**6
    assert stop.earlier(0.5).at > 0


def test_a_kind_that_only_lost_can_still_be_drawn_from():
    bandit, luck = Bandit([Window(1), Window(2)], 100), np.random.default_rng(1)
    for arm, gain in zip(bandit.arms, (-5, 10), strict=True):
        bandit.learn(arm, gain, 1.0, 3.0, finished=True)
    assert {bandit.choose(luck).kind.days for _ in range(50)} == {1, 2}
