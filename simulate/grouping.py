"""Sums and order statistics by group over plain arrays: what a data frame would do, without building one."""

from dataclasses import dataclass

import numpy as np

from simulate.sorting import order_by
from simulate.streams import Integers, Mask, Uniforms


@dataclass(frozen=True, slots=True)
class Groups:
    """A list of group codes in order, and where each row belongs."""

    codes: Integers
    member: Integers

    def sums(self, values: Uniforms) -> Uniforms:
        """Return the sum of the values of each group, added up in the order of the rows."""
        return np.bincount(self.member, weights=values, minlength=len(self.codes)).astype(np.float64)


@dataclass(frozen=True, slots=True)
class Tabulated:
    """Group codes in order, the sums of columns (groups x columns) and of pieces, and order statistics.

    The statistics are shares x groups, NaN of a group in which nobody was called.
    """

    codes: Integers
    table: Uniforms
    pieces: Uniforms
    statistics: Uniforms


Pieces = tuple[Integers, Uniforms]
"""Group codes and amounts to be added up beside the rows; their groups may have no row."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns to be tabulated: their group codes, columns of values (rows x columns) and waits in ticks.

    The codes in ``always`` have a group even without rows; ``ranking`` is that of ``ranked``; ``shares`` are those of
    the order statistics.
    """

    codes: Integers
    always: Integers
    values: Uniforms
    ranking: Integers
    waits: Integers
    shares: Uniforms
    pieces: Pieces


def group(codes: Integers, always: Integers) -> Groups:
    """Group rows by code; the codes in ``always`` (in order, each once) have a group even when empty."""
    order = order_by(codes)
    ordered = codes[order]
    begins = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    first = np.flatnonzero(begins)
    present, lengths = ordered[first], np.diff(first, append=len(ordered))
    every = np.union1d(present, always) if len(always) else present
    member = np.empty(len(codes), np.int64)
    member[order] = np.repeat(np.searchsorted(every, present), lengths)
    return Groups(every, member)


def ranked(waits: Integers, called: Mask) -> Integers:
    """Return the places of those called, in the order of their waits."""
    mine = np.flatnonzero(called)
    return mine[order_by(waits[mine])]


def tabulate(rows: Columns) -> Tabulated:
    """Group rows by code, add up their columns, and take order statistics of the waits of those called.

    The statistic of share p of n waits is the least that at least p n of them do not exceed; p = 1 is the maximum.
    Sums are added up in the order of the rows.
    """
    aside = group(rows.pieces[0], rows.always)
    groups = group(rows.codes, aside.codes)
    table = np.zeros((len(groups.codes), rows.values.shape[1]))
    for column in range(rows.values.shape[1]):
        table[:, column] = groups.sums(rows.values[:, column])
    amounts = np.zeros(len(groups.codes))
    amounts[np.searchsorted(groups.codes, aside.codes)] = aside.sums(rows.pieces[1])
    return Tabulated(groups.codes, table, amounts, _statistics(groups, rows))


def _statistics(groups: Groups, rows: Columns) -> Uniforms:
    member = groups.member[rows.ranking]
    # A stable sort by group leaves those of a group in the order of their waits.
    ordered = rows.waits[rows.ranking[order_by(member)]]
    many = np.bincount(member, minlength=len(groups.codes))
    some = np.flatnonzero(many)
    first, many = (np.cumsum(many) - many)[some], many[some]
    found = np.full((len(rows.shares), len(groups.codes)), np.nan)
    for at, share in enumerate(rows.shares):
        # A hair is taken off, so that 0.9 of 10 is the ninth value and not, by rounding, the tenth.
        place = np.maximum(np.ceil(share * many - 1e-9).astype(np.int64), 1) - 1
        found[at, some] = ordered[first + place]
    return found
