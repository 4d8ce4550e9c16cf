"""Compiled random numbers where numba is at hand: the same numbers to the last bit, some ten times sooner."""

from functools import cache

from simulate.compiling import Compiled, compiled, on_disk
from simulate.engines.compiled import luck

FOLDER = "luck"
TYPES = ("uint64[::1]", "uint64[::1]", "uint64", "uint64", "uint64", "float64[::1]", "float64[::1]")


def prepare_luck() -> None:
    """Compile now what is not on the disk, so that several processes do not do it at once."""
    if not on_disk(FOLDER):
        compiled_pairs()


@cache
def compiled_pairs() -> Compiled | None:
    """Return the compiled function, from the disk or compiled now in about a second; None without a compiler."""
    return compiled(FOLDER, luck.pairs, TYPES)
