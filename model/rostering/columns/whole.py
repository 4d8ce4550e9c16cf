"""One column for everybody: the best whole roster that can be put together from the columns there are."""

import numpy as np
from ortools.sat.python import cp_model

from model.rostering.columns.master import Master
from model.rostering.neighbourhood.rows import FAR, Integers
from model.rostering.neighbourhood.stop import Stop
from model.rostering.search import searcher


def put_together(master: Master, better_than: Integers, seed: int, seconds: float, stop: Stop) -> Integers | None:
    """Return a whole roster that costs less than the one given, None where the columns hold none or time is up."""
    blocks = master.blocks
    rows, between = blocks.rows, blocks.between
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in master.person]
    others = [model.new_int_var(int(rows.lower[at]), int(rows.upper[at]), "") for at in between]
    for person in range(len(blocks.own)):
        model.add_exactly_one(chosen[at] for at, who in enumerate(master.person) if who == person)
    rest, shares = rows.matrix[blocks.ties][:, between].tocsr(), np.array(master.ties, np.int64).T
    for at, tie in enumerate(blocks.ties.tolist()):
        used = np.flatnonzero(shares[at])
        terms = [chosen[one] for one in used]
        factors = shares[at][used].tolist()
        span = slice(rest.indptr[at], rest.indptr[at + 1])
        terms += [others[one] for one in rest.indices[span]]
        factors += rest.data[span].tolist()
        least, most = max(int(rows.least[tie]), -FAR), min(int(rows.most[tie]), FAR)
        model.add_linear_constraint(cp_model.LinearExpr.weighted_sum(terms, factors), least, most)
    cost = cp_model.LinearExpr.weighted_sum(
        [*chosen, *others], [*master.price, *(int(rows.price[at]) for at in between)]
    )
    model.add(cost + rows.offset < rows.cost(better_than))
    model.minimize(cost)
    solver = searcher(seed, seconds)
    if (left := stop.seconds_left()) is not None:
        solver.parameters.max_time_in_seconds = max(0.01, left)
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    values = np.zeros(rows.matrix.shape[1], np.int64)
    values[between] = [solver.value(one) for one in others]
    for at, who in enumerate(master.person):
        if solver.value(chosen[at]):
            values[blocks.own[who]] = master.values[at]
    return values
