"""Everybody's own lawful roster, found as if there were nobody else: the quickest first roster.

Where people are tied by what costs points only, these together are lawful; where they are tied by law, they may not be.
"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from model.rostering.columns.blocks import Blocks
from model.rostering.columns.bound import ASKED_AT_ONCE
from model.rostering.columns.pricing import Pricer
from model.rostering.neighbourhood.rows import Integers
from model.rostering.neighbourhood.stop import Stop


def everybody_alone(blocks: Blocks, seed: int, stop: Stop) -> Integers | None:
    """Return values of which everybody's own keep the law, None when somebody's were not found."""

    def any_of(person: int) -> Integers | None:
        return Pricer(blocks, person, seed).any(stop.seconds_left())

    values = np.where(blocks.rows.lower == blocks.rows.upper, blocks.rows.lower, 0)
    with ThreadPoolExecutor(ASKED_AT_ONCE) as pool:
        for own, found in zip(blocks.own, pool.map(any_of, range(len(blocks.own))), strict=True):
            if found is None:
                return None
            values[own] = found
    return values
