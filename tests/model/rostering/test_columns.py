"""Column generation by person: the bound never exceeds the best roster, and what is put together keeps every row."""

import numpy as np
import pytest
from ortools.sat.python import cp_model

from model.rostering.columns.alone import everybody_alone
from model.rostering.columns.blocks import Blocks, blocks_of
from model.rostering.columns.bound import Round, searching
from model.rostering.columns.dive import dive
from model.rostering.columns.relaxed import relaxed, seconds_of
from model.rostering.columns.whole import put_together
from model.rostering.compose import compose
from model.rostering.neighbourhood.field import Field, field_of
from model.rostering.neighbourhood.part import Cutter
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


def test_only_what_concerns_several_people_ties(contract_month):
    problem, whole = contract_month(1)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    blocks = blocks_of(rows, field)
    owner = np.full(rows.matrix.shape[1], -1)
    for person, mine in enumerate(blocks.own):
        owner[mine] = person
    for tie in blocks.ties.tolist():
        concerned = set(owner[rows.matrix[tie].indices].tolist())
        assert len(concerned) > 1 or concerned == {-1}, "a row of one person alone is that person's law"


def test_a_constant_in_the_rows_of_several_people_does_not_tie_them():
    model = cp_model.CpModel()
    mine, yours, nothing = model.new_bool_var("mine"), model.new_bool_var("yours"), model.new_constant(0)
    model.add_at_most_one(mine, nothing)
    model.add(2 * yours + nothing >= 1)
    rows = rows_of(model)
    blocks = blocks_of(rows, Field(np.array([0, 1]), np.array([0, 1]), np.array([0, 0]), people=2, days=1))
    assert not len(blocks.ties)
    assert [len(law) for law in blocks.law] == [0, 1], "at most one of one says nothing"


def test_the_relaxation_gives_prices_that_prove_at_least_what_it_does(contract_month):
    problem, whole = contract_month(2, people=4)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    blocks, prices = blocks_of(rows, field), relaxed(rows, None)
    assert prices is not None
    assert seconds_of(rows) > 0
    ends = np.where(prices > 0, np.maximum(rows.least, -1e9), np.minimum(rows.most, 1e9))
    left = rows.price - prices @ rows.matrix
    dual = prices @ np.where(prices == 0, 0, ends) + np.where(left > 0, left * rows.lower, left * rows.upper).sum()
    with searching(blocks, [first_values(whole.model)], 1, NEVER) as search:
        first = next(iter(search.run(prices[blocks.ties])))
    assert first.bound >= dual + rows.offset - 0.01
    assert first.bound <= best_cost(whole.model)


@pytest.mark.parametrize("seed", range(3))
def test_a_roster_read_off_the_master_keeps_everybodys_law_and_leaves_the_master_as_it_was(contract_month, seed):
    problem, whole = contract_month(seed, people=4)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    blocks, values = blocks_of(rows, field), first_values(whole.model)
    with searching(blocks, [values], 1, NEVER) as search:
        *_, last = search.run()
        before = search.master.dual()
        found = dive(search, values, 60.0)
        after = search.master.dual()
        assert dive(search, values, 0.0) is None
    assert found is not None
    assert before is not None
    assert after is not None
    assert after[1] <= before[1] + 1e-6, "nothing stays fixed"
    counted = Cutter(rows, field.cell).recount(found)
    assert counted is not None
    assert rows.holds(counted)
    assert last.bound <= rows.cost(counted)


def test_everybodys_own_roster_keeps_everybodys_law(contract_month):
    problem, whole = contract_month(4)
    rows, field = rows_of(whole.model), field_of(whole.works, problem)
    blocks = blocks_of(rows, field)
    values = everybody_alone(blocks, 1, NEVER)
    assert values is not None
    for law in blocks.law:
        sums = rows.matrix[law] @ values
        assert np.all((sums >= rows.least[law]) & (sums <= rows.most[law]))
    counted = Cutter(rows, field.cell).recount(values)
    assert counted is not None
    assert rows.holds(counted)


def test_whoever_has_no_lawful_roster_at_all_is_told_of():
    model = cp_model.CpModel()
    on = model.new_bool_var("on")
    model.add(2 * on == 1)
    blocks = blocks_of(rows_of(model), Field(np.array([0]), np.array([0]), np.array([0]), people=1, days=1))
    assert everybody_alone(blocks, 1, NEVER) is None


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
