"""Compiled sums by group and laws of bookkeeping where numba is at hand: the same answers, several times sooner."""

from functools import cache

from simulate.compiling import Compiled, compiled, on_disk
from simulate.engines.compiled import columns, groups, laws, order, tables

TABLES, LAWS = "tables", "laws"
ROW, NUMBERS, TABLE = "int64[::1]", "float64[::1]", "int64[:, ::1]"
# The columns of the tables of a ledger come each as one argument.
TABLE_TYPES = (
    *(f"UniTuple({ROW}, {many})" for many in (13, 3, 7)),
    *(f"UniTuple({NUMBERS}, 2)", NUMBERS, TABLE, NUMBERS, "UniTuple(int64, 6)"),
    *(TABLE, "int64", ROW, ROW, NUMBERS, "int64", "int64"),
)
TABLE_HELPERS = (
    *(columns.columns, columns.stretches, columns.watch, columns.pieces, order.reordered, order.ordered),
    *(groups._ends, groups.places, groups.sums, groups.statistics, groups.staffed, groups.followed),
    *(tables._codes, tables._together),
)
LAW_TYPES = (ROW, ROW, ROW, ROW, ROW, ROW, TABLE, ROW, ROW)


def prepare_sums() -> None:
    """Compile now what is not on the disk, so that several processes do not do it at once."""
    for folder, made in ((TABLES, compiled_tables), (LAWS, compiled_laws)):
        if not on_disk(folder):
            made()


@cache
def compiled_tables() -> Compiled | None:
    """Return the compiled tables, from the disk or compiled now in some seconds; None without a compiler."""
    return compiled(TABLES, tables.tables, TABLE_TYPES, TABLE_HELPERS)


@cache
def compiled_laws() -> Compiled | None:
    """Return the compiled laws, from the disk or compiled now in about a second; None without a compiler."""
    return compiled(LAWS, laws.all_kept, LAW_TYPES)
