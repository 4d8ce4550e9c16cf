"""Compiled random numbers where numba is at hand: the same numbers to the last bit, some ten times sooner."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from simulate.engines.compiled import luck, shelf

Pairs = Callable[..., None]
FOLDER = "luck"


def prepare_luck() -> None:
    """Compile now what is not on the disk, so that several processes do not do it at once."""
    if not any(any((folder / FOLDER).glob("*/*.nbc")) for folder in shelf.places()):
        compiled_pairs()


@cache
def compiled_pairs() -> Pairs | None:
    """Return the compiled function, from the disk or compiled now in about a second; None without a compiler."""
    try:
        numba = import_module("numba")
    except ImportError:
        return None
    word, words, numbers = numba.uint64, numba.uint64[::1], numba.float64[::1]
    folder = shelf.place()
    settings = vars(numba.config)
    before = settings["CACHE_DIR"]
    # A folder below that of the engine, which looks at its own to tell whether it must compile.
    settings["CACHE_DIR"] = str(folder / FOLDER) if folder else before
    try:
        made: Pairs = numba.njit(
            numba.void(words, words, word, word, word, numbers, numbers), nogil=True, cache=folder is not None
        )(luck.pairs)
    finally:
        settings["CACHE_DIR"] = before
    return made
