"""Column generation by person: the bound never exceeds the best roster, and what is put together keeps every row."""

import numpy as np
import pytest
from ortools.sat.python import cp_model

from model.rostering.columns.blocks import Blocks, blocks_of
from model.rostering.columns.bound import Round, searching
from model.rostering.columns.whole import put_together
from model.rostering.compose import compose
from model.rostering.neighbourhood.field import field_of
from model.rostering.neighbourhood.rows import rows_of
from model.rostering.neighbourhood.stop import NEVER, Stop
from model.rostering.problem import pose
from model.rostering.search import searcher


def best_cost(model: cp_model.CpModel) -> int:
    solver = searcher(1, 60)
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


def first_values(model: cp_model.CpModel) -> np.ndarray:
    plain = model.clone()
    plain.proto.clear_objective()
    solver = searcher(1, 20)
    assert solver.solve(plain) == cp_model.OPTIMAL
    return np.array(solver.response_proto.solution, np.int64)


def rounds(blocks: Blocks, starts: list[np.ndarray], seed: int, stop: Stop) -> list[Round]:
    with searching(blocks, starts, seed, stop) as search:
        return list(search.run())


@pytest.mark.parametrize("seed", range(5))
def test_the_bound_is_below_the_best_roster_and_near_it(contract_month, seed):
    problem, whole = contract_month(seed, people=4)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    best, first = best_cost(whole.model), first_values(whole.model)
    bounds = [now.bound for now in rounds(blocks_of(rows, field), [first], 1, NEVER)]
    assert bounds == sorted(bounds)
    assert 0.9 * best <= bounds[-1] <= best


def test_every_variable_and_row_is_somebodys_or_ties(contract_month):
    problem, whole = contract_month(1)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    blocks = blocks_of(rows, field)
    own = np.concatenate([*blocks.own, blocks.between])
    assert sorted(own.tolist()) == list(range(rows.matrix.shape[1]))
    for person, (mine, law) in enumerate(zip(blocks.own, blocks.law, strict=True)):
        assert set(field.cell[field.person == person]) <= set(mine.tolist())
        assert set(rows.matrix[law].indices.tolist()) <= set(mine.tolist())


def test_what_is_put_together_keeps_every_row_and_costs_less(contract_month):
    problem, whole = contract_month(2, people=4)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    first = first_values(whole.model)
    *_, last = rounds(blocks_of(rows, field), [first], 1, NEVER)
    found = put_together(last.master, first, 1, 5.0, NEVER)
    assert found is not None
    assert rows.holds(found)
    assert best_cost(whole.model) <= rows.cost(found) < rows.cost(first)
    assert put_together(last.master, np.zeros_like(first), 1, 5.0, NEVER) is None or rows.cost(first) > 0


def test_aims_over_everybody_tie_and_the_bound_stays_true(make):
    dates = make.days(5)
    people = [make.person("p", "a b"), make.person("q", "a"), make.person("r", "b", hours=20)]
    needs = make.requirement(*((day, "08:00-12:00", skill, 1) for day in dates for skill in ("a", "b")))
    instance = make.centre(
        people, [make.DAY, make.MORNING], {"c1": "a", "c2": "a b"}, unpopular_shifts=("M",), min_present=0
    )
    problem = pose(instance, "S", dates, needs)
    whole = compose(problem)
    whole.model.minimize(whole.cost)
    rows = rows_of(whole.model)
    *_, last = rounds(blocks_of(rows, field_of(whole.works, problem)), [first_values(whole.model)], 1, NEVER)
    assert last.bound <= best_cost(whole.model)


def test_a_stop_ends_the_rounds(contract_month):
    problem, whole = contract_month(3)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    assert not list(rounds(blocks_of(rows, field), [first_values(whole.model)], 1, Stop(needless=lambda: True)))
