"""A posted model taken apart by person: what concerns one person alone, and the rows that tie people together.

Nothing is known of the rules. A variable belongs to a person when all rows that lead to decisions lead to decisions of
that person; rows over several people, and variables that stand between people, are what ties.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from model.rostering.neighbourhood.field import Field
from model.rostering.neighbourhood.rows import Integers, Rows

TIE, OPEN = -1, -2


@dataclass(frozen=True, slots=True)
class Blocks:
    """``own[p]`` are the variables of person p and ``law[p]`` the rows over them alone; ``ties`` and ``between`` are
    the rows and variables that tie people together.
    """

    rows: Rows
    own: tuple[Integers, ...]
    law: tuple[Integers, ...]
    ties: Integers
    between: Integers


def blocks_of(rows: Rows, field: Field) -> Blocks:
    """Take a model apart."""
    owner = np.full(rows.matrix.shape[1], OPEN, np.int64)
    owner[field.cell] = field.person
    incident = rows.matrix.copy()
    incident.eliminate_zeros()
    ties = np.zeros(incident.shape[0], np.bool_)
    while True:
        low, high = _owners(incident, owner)
        ties |= (low < high) | (low == TIE)
        wanted = _claimed(incident, owner, low, ~ties)
        new = (owner == OPEN) & (wanted != OPEN)
        if not new.any():
            break
        owner[new] = wanted[new]
    owner[owner == OPEN] = TIE
    low, high = _owners(incident, owner)
    private = (low == high) & (low >= 0)
    return Blocks(
        rows,
        tuple(np.flatnonzero(owner == person) for person in range(field.people)),
        tuple(np.flatnonzero(private & (low == person)) for person in range(field.people)),
        np.flatnonzero(~private & (np.diff(incident.indptr) > 0)),
        np.flatnonzero(owner == TIE),
    )


def _owners(incident: sparse.csr_matrix, owner: Integers) -> tuple[Integers, Integers]:
    """Return the least and the greatest owner in each row; variables still open do not count."""
    many = incident.shape[0]
    low, high = np.full(many, 1 << 30), np.full(many, OPEN)
    row = np.repeat(np.arange(many), np.diff(incident.indptr))
    who = owner[incident.indices]
    known = who != OPEN
    np.minimum.at(low, row[known], who[known])
    np.maximum.at(high, row[known], who[known])
    return np.where(high == OPEN, OPEN, low), high


def _claimed(incident: sparse.csr_matrix, owner: Integers, low: Integers, private: np.ndarray) -> Integers:
    """Return for each variable the one person whose rows hold it: ``TIE`` where several do, ``OPEN`` where none."""
    by_variable = incident.tocsc()
    variable = np.repeat(np.arange(incident.shape[1]), np.diff(by_variable.indptr))
    row = by_variable.indices
    use = private[row] & (low[row] >= 0)
    first, last = np.full(incident.shape[1], 1 << 30), np.full(incident.shape[1], OPEN)
    np.minimum.at(first, variable[use], low[row[use]])
    np.maximum.at(last, variable[use], low[row[use]])
    return np.where(last == OPEN, OPEN, np.where(first == last, last, TIE))
