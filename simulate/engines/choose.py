"""Which engine plays the day: all give the same day to the last bit, some sooner."""

import os
from collections.abc import Callable
from functools import cache
from importlib import import_module

from simulate.day import DayPlan
from simulate.engines.compiled import shelf
from simulate.visits import VisitLog

Engine = Callable[[DayPlan], VisitLog]

AUTO, SIMPY, NUMBA = "auto", "simpy", "numba"
NAMES = (AUTO, SIMPY, NUMBA)
VARIABLE = "MOTCUA_ENGINE"
"""The environment variable that says what ``auto`` means."""


def engine(name: str = AUTO) -> Engine:
    """Return an engine by name; ``auto`` is the compiled one where it can be had, else the reference.

    Raises:
        ValueError: for a name, given or in the environment, that is none of ``NAMES``.
        ImportError: when the compiled engine is asked for by name and cannot be had.
    """
    return _engine(chosen(name))


def chosen(name: str = AUTO) -> str:
    """Return the name of the engine that plays when this one is asked for."""
    wanted = os.environ.get(VARIABLE, AUTO) if name == AUTO else name
    if wanted not in NAMES:
        raise ValueError(f"{wanted!r} is none of the engines {', '.join(NAMES)}")
    if wanted == AUTO:
        return NUMBA if _compiler_at_hand() else SIMPY
    return wanted


def compiled_before(name: str = AUTO) -> bool:
    """Whether the engine can play at once; otherwise its first day waits some seconds for the compiler."""
    # The disk first: looking for the compiler means to import it.
    return shelf.compiled_before() or chosen(name) != NUMBA


def prepare(name: str = AUTO) -> None:
    """Compile now what this engine needs and has not, so that several processes do not do it at once."""
    if not compiled_before(name):
        import_module("simulate.engines.by_numba").compiled()


@cache
def _engine(name: str) -> Engine:
    """Import no more than the engine that plays."""
    play: Engine = import_module(f"simulate.engines.by_{name}").play
    return play


@cache
def _compiler_at_hand() -> bool:
    """Whether numba can be imported: it may be missing, or refuse the installed numpy."""
    try:
        import_module("simulate.engines.by_numba")
    except ImportError:
        return False
    return True
