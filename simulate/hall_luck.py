"""Luck that decides in the hall, drawn beforehand: which calls somebody misses, which shown wait sends them away."""

from collections.abc import Iterator

import numpy as np

from model.instance import Instance
from model.settings import DayRules
from simulate.by_code import by_code
from simulate.rows import NOWHERE
from simulate.streams import Integers, Mask, Purpose, Stream, Uniforms, Words
from simulate.ticks import NEVER, per_minute


def absences_of(instance: Instance, stream: Stream, key: Words, number: Integers, site: Integers) -> Integers:
    """Return how many calls each misses."""
    missed = np.zeros(len(number), np.int64)
    for rules, mine in _by_rules(instance, site):
        if rules.not_there:
            missed[mine] = missed_calls(rules, stream.pair(Purpose.CALL, key[mine], number[mine])[0])
    return missed


def missed_calls(rules: DayRules, luck: Uniforms) -> Integers:
    """Return how many calls each misses, by the luck of being there: each call with the same share."""
    missed = np.zeros(len(luck), np.int64)
    for call in range(1, rules.not_there_calls + 1):
        missed += luck < rules.not_there**call
    return missed


def stage_absences(instance: Instance, site: Integers, luck: Uniforms) -> Integers:
    """Return how many calls each misses at a further stage."""
    missed = np.zeros(len(luck), np.int64)
    for rules, mine in _by_rules(instance, site):
        missed[mine] = missed_calls(rules, luck[mine])
    return missed


def tolerance_of(
    instance: Instance, stream: Stream, key: Words, number: Integers, site: Integers, held: Mask
) -> Integers:
    """Return from which shown wait (ticks) on each takes no ticket; whoever holds a booking takes one."""
    rate, tolerance = per_minute(instance.settings), np.full(len(number), NEVER, np.int64)
    for rules, mine in _by_rules(instance, site):
        if rules.balking:
            luck = stream.pair(Purpose.BALKING, key[mine], number[mine])[0]
            tolerance[mine] = np.where(held[mine], NEVER, _tolerances(rules, luck) * rate)
    return np.where(tolerance < 0, NEVER, tolerance)


def _tolerances(rules: DayRules, luck: Uniforms) -> Integers:
    """Return the least minutes shown that would send each away, below zero where none would."""
    minutes = np.full(len(luck), NEVER, np.int64)
    # The shares rise with the minutes, so that the fewest minutes come last and stand.
    for shown, share in reversed(rules.balking):
        minutes[luck < share] = shown
    return minutes


def _by_rules(instance: Instance, site: Integers) -> Iterator[tuple[DayRules, Integers | slice]]:
    """Yield the rules of the day with the places of those at sites where they hold."""
    settings = instance.settings
    if not settings.rules_at:
        yield settings.rules, slice(None)
        return
    known: dict[DayRules, int] = {settings.rules: 0}
    codes = np.zeros(len(instance.sites) + 1, np.int64)
    for at, name in enumerate(instance.sites):
        codes[at] = known.setdefault(settings.rules_of(name), len(known))
    every = list(known)
    for code, mine in by_code(codes[np.where(site == NOWHERE, len(instance.sites), site)], len(every)):
        yield every[code], mine
