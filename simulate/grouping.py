"""Sums and quantiles by group over plain arrays: what a data frame would do, without building one per replication."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from simulate.streams import Integers, Uniforms


@dataclass(frozen=True, slots=True)
class Groups:
    """A list of group codes in order, and where each row belongs."""

    codes: Integers
    member: Integers

    def sums(self, values: Uniforms) -> Uniforms:
        """Return the sum of the values of each group."""
        return np.bincount(self.member, weights=values, minlength=len(self.codes)).astype(np.float64)

    def quantiles(self, values: Uniforms, chosen: np.ndarray, names: Mapping[str, float]) -> dict[str, Uniforms]:
        """Return order statistics of the chosen values of each group, NaN for a group without any.

        The quantile p of n values is the least value that at least p n of them do not exceed; p = 1 is the maximum.
        """
        member, values = self.member[chosen], values[chosen]
        ordered = values[np.lexsort((values, member))]
        many = np.bincount(member, minlength=len(self.codes))
        first = np.cumsum(many) - many
        found: dict[str, Uniforms] = {}
        for name, share in names.items():
            # A hair is taken off, so that 0.9 of 10 is the ninth value and not, by rounding, the tenth.
            place = np.maximum(np.ceil(share * many - 1e-9).astype(np.int64), 1) - 1
            column = np.full(len(self.codes), np.nan)
            some = many > 0
            column[some] = ordered[(first + place)[some]]
            found[name] = column
        return found


def group(codes: Integers, always: Integers) -> Groups:
    """Group rows by code; the codes in ``always`` have a group even when empty."""
    every = np.unique(np.concatenate((codes, always)))
    return Groups(every, np.searchsorted(every, codes))
