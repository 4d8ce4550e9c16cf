"""Compiled sums by group and laws of bookkeeping where numba is at hand: the same answers, several times sooner."""

from functools import cache

from simulate.compiling import Compiled, compiled, on_disk
from simulate.engines.compiled import laws, sums

SUMS, LAWS = "sums", "laws"
ROW, NUMBERS = "int64[::1]", "float64[::1]"
SUM_TYPES = (ROW, ROW, "float64[:, ::1]", ROW, ROW, NUMBERS, ROW, NUMBERS, "int64")
LAW_TYPES = (ROW, ROW, ROW, ROW, ROW, ROW, "int64[:, ::1]", ROW, ROW)


def prepare_sums() -> None:
    """Compile now what is not on the disk, so that several processes do not do it at once."""
    for folder, made in ((SUMS, compiled_tabulate), (LAWS, compiled_laws)):
        if not on_disk(folder):
            made()


@cache
def compiled_tabulate() -> Compiled | None:
    """Return the compiled sums, from the disk or compiled now in some seconds; None without a compiler."""
    return compiled(SUMS, sums.tabulate, SUM_TYPES, (sums._ends, sums._places, sums._statistics))


@cache
def compiled_laws() -> Compiled | None:
    """Return the compiled laws, from the disk or compiled now in about a second; None without a compiler."""
    return compiled(LAWS, laws.all_kept, LAW_TYPES)
