"""Sums and quantiles by group over plain arrays: what a data frame would do, without building one per replication."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulate.sorting import order_by
from simulate.streams import Integers, Mask, Uniforms

_BITS = 63


@dataclass(frozen=True, slots=True)
class Groups:
    """A list of group codes in order, and where each row belongs."""

    codes: Integers
    member: Integers

    def sums(self, values: Uniforms) -> Uniforms:
        """Return the sum of the values of each group."""
        return np.bincount(self.member, weights=values, minlength=len(self.codes)).astype(np.float64)


@dataclass(frozen=True)
class Sorted(Groups):
    """Groups of rows that have been sorted once, so that many columns are summed in one go.

    ``order`` are the places of the rows group by group, those of a group as they stand; ``many`` counts each group.
    """

    order: Integers
    many: Integers

    @cached_property
    def _filled(self) -> Integers:
        return np.flatnonzero(self.many)

    @cached_property
    def _starts(self) -> Integers:
        return np.asarray((np.cumsum(self.many) - self.many)[self._filled], np.int64)

    def table(self, values: Uniforms) -> Uniforms:
        """Return the sums of columns by group (groups x columns); ``values`` has one row for each row."""
        found = np.zeros((len(self.codes), values.shape[1]))
        if len(self._filled):
            found[self._filled] = np.add.reduceat(values[self.order], self._starts, axis=0)
        return found

    def quantiles(self, values: Integers, chosen: Mask, names: Mapping[str, float]) -> dict[str, Uniforms]:
        """Return order statistics of the chosen values (zero or more) of each group, NaN for a group without any.

        The quantile p of n values is the least value that at least p n of them do not exceed; p = 1 is the maximum.
        """
        member, values = self.member[chosen], values[chosen]
        ordered = _by_member(member, values)
        many = np.bincount(member, minlength=len(self.codes))
        some = np.flatnonzero(many)
        first, many = (np.cumsum(many) - many)[some], many[some]
        found: dict[str, Uniforms] = {}
        for name, share in names.items():
            # A hair is taken off, so that 0.9 of 10 is the ninth value and not, by rounding, the tenth.
            place = np.maximum(np.ceil(share * many - 1e-9).astype(np.int64), 1) - 1
            found[name] = column = np.full(len(self.codes), np.nan)
            column[some] = ordered[first + place]
        return found


def _by_member(member: Integers, values: Integers) -> Integers:
    """Return the values in order group by group; as one word each where they fit, which is sorted soonest."""
    width = int(values.max(initial=0)).bit_length()
    if int(member.max(initial=0)).bit_length() + width > _BITS:
        return np.asarray(values[np.lexsort((values, member))], np.int64)
    return np.asarray(np.sort((member << width) | values) & ((1 << width) - 1), np.int64)


def group(codes: Integers, always: Integers) -> Sorted:
    """Group rows by code; the codes in ``always`` (in order, each once) have a group even when empty."""
    order = order_by(codes)
    ordered = codes[order]
    begins = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    first = np.flatnonzero(begins)
    present, lengths = ordered[first], np.diff(first, append=len(ordered))
    every = np.union1d(present, always) if len(always) else present
    place = np.searchsorted(every, present)
    many = np.zeros(len(every), np.int64)
    many[place] = lengths
    member = np.empty(len(codes), np.int64)
    member[order] = np.repeat(place, lengths)
    return Sorted(every, member, order, many)
