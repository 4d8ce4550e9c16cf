"""From facts that clash to a smallest set: drop whatever leaves a clash, first rules, then groups, then facts."""

from collections.abc import Callable, Hashable, Iterable, Sequence

from model.rostering.clash.asking import Asking
from model.rostering.clash.fact import Fact

# What belongs to the order of things is given up first, so that leave, limits and presence are left to be named.
PLAIN = ("one_shift_a_day", "own_counter", "working_day", "counter_capacity", "shift_break")
STEPS: tuple[Callable[[Fact], Hashable], ...] = (lambda fact: fact.rule, lambda fact: fact.group, lambda fact: fact)


def shrunk(asking: Asking, clashing: Iterable[Fact]) -> tuple[tuple[Fact, ...], bool]:
    """Return facts that clash of which none can be spared, and whether that is certain.

    It is not where a question was not answered in its time: then the fact in question is kept.
    """
    search = _Shrink(asking, clashing)
    for step in STEPS:
        search.by(step)
    return tuple(_sorted(search.facts)), search.certain


class _Shrink:
    def __init__(self, asking: Asking, clashing: Iterable[Fact]) -> None:
        self.facts, self.certain = frozenset(clashing), True
        self._asking, self._needed = asking, set[frozenset[Fact]]()

    def by(self, step: Callable[[Fact], Hashable]) -> None:
        """Drop what can be spared, whole keys at a time: halves first, since most of them can."""
        self._drop(list(dict.fromkeys(step(fact) for fact in _sorted(self.facts))), step)

    def _drop(self, keys: Sequence[Hashable], step: Callable[[Fact], Hashable]) -> None:
        chunk = frozenset(fact for fact in self.facts if step(fact) in set(keys))
        if not chunk or self._spared(chunk) or len(keys) == 1:
            return
        half = len(keys) // 2
        self._drop(keys[:half], step)
        self._drop(keys[half:], step)

    def _spared(self, chunk: frozenset[Fact]) -> bool:
        without = self.facts - chunk
        if chunk in self._needed or not without:
            return False
        reply = self._asking.ask(without)
        if reply.together is False:
            self.facts = reply.core if reply.core < without else without
            return True
        self._needed.add(chunk)
        self.certain = self.certain and (reply.together is not None or len(chunk) > 1)
        return False


def _sorted(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda one: (one.rule not in PLAIN, one.rule, one.people, one.dates, one.row))
