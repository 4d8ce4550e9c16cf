"""Small functions compiled where numba is at hand, kept on disk beside the engine's own code."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from simulate.engines.compiled import shelf

Compiled = Callable[..., Any]


def on_disk(folder: str) -> bool:
    """Whether something compiled before is kept under a name."""
    return any(any((place / folder).glob("*/*.nbc")) for place in shelf.places())


def compiled(
    folder: str, function: Compiled, types: Sequence[str], helpers: Sequence[Compiled] = ()
) -> Compiled | None:
    """Return a function compiled for arguments of the types, from the disk or now; None without a compiler.

    ``types`` are numba's own, such as ``int64[::1]``; ``helpers`` are called by the function. What is compiled lies in
    a folder of its own below that of the engine, which looks at its own to tell whether it must compile.
    """
    try:
        numba, extending = import_module("numba"), import_module("numba.extending")
    except ImportError:
        return None
    place = shelf.place()
    settings = vars(numba.config)
    before = settings["CACHE_DIR"]
    settings["CACHE_DIR"] = str(place / folder) if place else before
    try:
        for helper in helpers:
            extending.register_jitable(helper)
        made: Compiled = numba.njit(f"({', '.join(types)})", nogil=True, cache=place is not None)(function)
    finally:
        settings["CACHE_DIR"] = before
    return made
