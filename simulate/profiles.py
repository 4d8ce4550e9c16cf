"""When in the day citizens come: quantiles of a profile, and the times that can be booked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.clock import Interval
from model.demand import ProfileSlot
from model.instance import Instance
from simulate.streams import Integers, Uniforms

_GUIDES = 1024


@dataclass(frozen=True, slots=True)
class Profile:
    """A piecewise-constant density over the day: starts and lengths in minutes, cumulated shares, booked times.

    ``guide`` says for equal parts of the unit interval in which slot the first uniform of each part lies.
    """

    start: Uniforms
    length: Uniforms
    share: Uniforms
    until: Uniforms
    bookable: Integers
    guide: Integers

    def arrival(self, uniforms: Uniforms) -> Uniforms:
        """Return the minute of the day at which the profile reaches each uniform."""
        slot, last = self.guide[(uniforms * len(self.guide)).astype(np.int64)], len(self.until) - 1
        # The guide says in which slot a uniform lies at least; few lie further on.
        while len(behind := np.flatnonzero((uniforms >= self.until[slot]) & (slot < last))):
            slot[behind] += 1
        inside = (uniforms - (self.until[slot] - self.share[slot])) / self.share[slot]
        return self.start[slot] + np.clip(inside, 0, np.nextafter(1, 0)) * self.length[slot]


@dataclass(frozen=True, slots=True)
class Steps:
    """Several profiles as compiled code takes them: ``guide`` by profile, the slots of each from its ``first`` on."""

    guide: Integers
    first: Integers
    start: Uniforms
    length: Uniforms
    share: Uniforms
    until: Uniforms


def steps_of(profiles: Sequence[Profile]) -> Steps:
    """Put profiles behind one another."""
    none = np.zeros(0)
    parts = ([getattr(one, name) for one in profiles] for name in ("start", "length", "share", "until"))
    return Steps(
        np.array([one.guide for one in profiles], np.int64).reshape(-1, _GUIDES),
        np.cumsum([0, *(len(one.until) for one in profiles)]),
        *(np.concatenate([none, *part]) for part in parts),
    )


def profile_of(instance: Instance, service: str) -> Profile:
    """Return the profile of a service; a service without any arrives evenly over the longest opening of the week."""
    slots = [slot for slot in instance.demand.profile(service) if slot.share > 0 and slot.interval.minutes > 0]
    return _profile(slots or _even(instance), _bookable(instance, slots or _even(instance)))


def _bookable(instance: Instance, slots: Sequence[ProfileSlot]) -> list[int]:
    """Return the minutes that can be booked: early comers may stand at the door, but nobody is given a time then."""
    starts = {part.start for slot in slots for part in slot.interval.slots(instance.settings.slot_minutes)}
    sessions = [session for day in instance.settings.opening.values() for session in day]
    return sorted(one for one in starts if any(session.holds(one) for session in sessions)) or sorted(starts)


def _profile(slots: Sequence[ProfileSlot], bookable: Sequence[int]) -> Profile:
    ordered = sorted(slots, key=lambda slot: slot.interval)
    share = np.array([slot.share for slot in ordered], np.float64)
    share /= share.sum()
    until = np.cumsum(share)
    return Profile(
        start=np.array([slot.interval.start for slot in ordered], np.float64),
        length=np.array([slot.interval.minutes for slot in ordered], np.float64),
        share=share,
        until=until,
        guide=np.minimum(np.searchsorted(until, np.arange(_GUIDES) / _GUIDES, side="right"), len(until) - 1),
        bookable=np.array(bookable, np.int64),
    )


def _even(instance: Instance) -> list[ProfileSlot]:
    weeks = list(instance.settings.opening.values())
    sessions = max(weeks, key=lambda week: sum(one.minutes for one in week), default=()) or (Interval(480, 1020),)
    return [ProfileSlot(session, session.minutes) for session in sessions]
