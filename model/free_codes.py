"""Codes for counters and posts that the files do not name."""

from collections.abc import Collection, Iterator
from itertools import count


def free_codes(prefix: str, taken: Collection[str]) -> Iterator[str]:
    """Yield the codes ``<prefix>01``, ``<prefix>02`` … that nobody has yet, without end."""
    return (code for number in count(1) if (code := f"{prefix}{number:02d}") not in taken)
