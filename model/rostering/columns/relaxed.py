"""The linear relaxation of the whole model: its dual prices are where the search for prices begins.

From there the first round already proves at least what the relaxation does, and few more are needed.
"""

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from model.rostering.columns.master import Floats
from model.rostering.neighbourhood.rows import FAR, Rows

SECONDS_AN_ENTRY = 12e-6
"""What published months and invented branches took for each entry of the matrix, within a factor of three."""


def seconds_of(rows: Rows) -> float:
    """Return about how many seconds the relaxation takes, counted alike on every machine."""
    return SECONDS_AN_ENTRY * int(rows.matrix.nnz)


def relaxed(rows: Rows, limit: float | None) -> Floats | None:
    """Return the dual price of each row at the optimum of the relaxation, None where there is none within the limit."""
    matrix, equal = rows.matrix.astype(float), rows.least == rows.most
    up, down = (rows.most < FAR) & ~equal, (rows.least > -FAR) & ~equal
    found = linprog(
        rows.price.astype(float),
        A_ub=sparse.vstack([matrix[up], -matrix[down]]),
        b_ub=np.concatenate([rows.most[up], -rows.least[down]]).astype(float),
        A_eq=matrix[equal],
        b_eq=rows.least[equal].astype(float),
        bounds=list(zip(rows.lower.tolist(), rows.upper.tolist(), strict=True)),
        method="highs-ipm",
        options={"time_limit": np.inf if limit is None else max(0.01, limit)},
    )
    if found.status != 0:
        return None
    prices = np.zeros(len(rows.least))
    prices[up] += found.ineqlin.marginals[: up.sum()]
    prices[down] -= found.ineqlin.marginals[up.sum() :]
    prices[equal] += found.eqlin.marginals
    return prices
