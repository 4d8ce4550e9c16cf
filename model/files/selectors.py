"""Reads which services are meant: ids, ``*`` for all, or ``level:commune``, ``field:land``, ``skill:x``."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.files.suggest import nearest

_KINDS = ("level", "field", "skill")


@dataclass(frozen=True, slots=True)
class Offered:
    """What selectors can name: service ids, and the services behind each selector."""

    services: tuple[str, ...]
    groups: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, services: Iterable[tuple[str, str, str, str]]) -> "Offered":
        """Build from (service, level, field, skill) of each service."""
        ids: list[str] = []
        groups: dict[str, set[str]] = {}
        for service, *values in services:
            ids.append(service)
            for kind, value in zip(_KINDS, values, strict=True):
                groups.setdefault(f"{kind}:{value}", set()).add(service)
        return cls(tuple(ids), {"*": frozenset(ids)} | {name: frozenset(found) for name, found in groups.items()})

    def meant(self, selector: str) -> frozenset[str] | None:
        """Return the services one word means, None when it means nothing."""
        if selector in self.services:
            return frozenset({selector})
        return self.groups.get(selector)

    def suggestion(self, selector: str) -> str | None:
        """Return the nearest word that means something."""
        return nearest(selector, (*self.services, *self.groups))


def selected(text: str | Sequence[str], offered: Offered) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the services a cell or a list names, and the words that name none.

    Ids with spaces in them are found by trying the longest run of words first.
    """
    parts = re.split(r"[;,|]", text) if isinstance(text, str) else list(text)
    found: set[str] = set()
    unknown: list[str] = []
    for part in parts:
        services, strange = _part(part.split(), offered)
        found |= services
        unknown += strange
    return frozenset(found), tuple(unknown)


def _part(words: list[str], offered: Offered) -> tuple[set[str], list[str]]:
    found: set[str] = set()
    unknown: list[str] = []
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            meant = offered.meant(" ".join(words[at:end]))
            if meant is not None:
                found |= meant
                at = end
                break
        else:
            unknown.append(words[at])
            at += 1
    whole = " ".join(words)
    return (found, [whole]) if unknown and not found and offered.suggestion(whole) else (found, unknown)
