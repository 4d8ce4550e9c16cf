"""Arrivals, doors and the order of tickets compiled where numba is at hand: the same to the last bit, sooner."""

from functools import cache

from simulate.compiling import Compiled, compiled, on_disk
from simulate.engines.compiled import doors, order

ROW, NUMBERS, MASK = "int64[::1]", "float64[::1]", "boolean[::1]"
MOMENTS, DOORS, LINE_UP = "moments", "doors", "line_up"
MOMENT_TYPES = (NUMBERS, ROW, ROW, "int64[:, ::1]", ROW, NUMBERS, NUMBERS, NUMBERS, NUMBERS, "int64")
DOOR_TYPES = (ROW, ROW, MASK, MASK, ROW, ROW, ROW, ROW)
LINE_UP_TYPES = (ROW, ROW, ROW, MASK, MASK, "int64")


def prepare_doors() -> None:
    """Compile now what is not on the disk, so that several processes do not do it at once."""
    made = ((MOMENTS, compiled_moments), (DOORS, compiled_doors), (LINE_UP, compiled_line_up))
    for folder, make in made:
        if not on_disk(folder):
            make()


@cache
def compiled_moments() -> Compiled | None:
    """Return the compiled arrivals by profile; None without a compiler."""
    return compiled(MOMENTS, doors.moments, MOMENT_TYPES)


@cache
def compiled_doors() -> Compiled | None:
    """Return the compiled doors; None without a compiler."""
    return compiled(DOORS, doors.doors, DOOR_TYPES)


@cache
def compiled_line_up() -> Compiled | None:
    """Return the compiled order of tickets; None without a compiler."""
    return compiled(LINE_UP, doors.line_up, LINE_UP_TYPES, (order.reordered, order.ordered))
