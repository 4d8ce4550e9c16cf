"""Does a day's plan hold, and what does it cost? No solver."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.clock import Interval, outside
from model.roster import Seat
from model.rostering.inside_day.question import BLOCK_MINUTES, CHANGE, MOVED, DayQuestion, Post
from model.rostering.matching import most_served

Seats = Mapping[str, tuple[Seat, ...]]
"""The seats of each person of the date, in order."""


class Fault(StrEnum):
    """What a day's plan may break."""

    USELESS = "at a counter of no use to the person"
    HOURS = "the stretches are not the shift less its breaks"
    BORDER = "a change of counters within a slot"
    SHORT = "less than the least minutes at one counter"
    TAKEN = "two people at one counter"
    ABSENT = "fewer people for a skill than the roster's rule asks for"


@dataclass(frozen=True, slots=True)
class Stay:
    """One person at one counter without a change, breaks included."""

    person: str
    interval: Interval
    counter: str


def usual(question: DayQuestion) -> Seats:
    """Return the day as the roster alone has it: one counter a shift, breaks as planned."""
    return {post.one.person: tuple(Seat(one, post.one.counter) for one in post.shift.work) for post in question.posts}


def broken(question: DayQuestion, plan: Seats) -> Iterator[tuple[Fault, str]]:
    """Yield every fault with the person, or the skill, concerned."""
    for post in question.posts:
        yield from ((fault, post.one.person) for fault in _faults(question, post, plan[post.one.person]))
    everyone = [stay for post in question.posts for stay in stays(post, plan[post.one.person])]
    for one, two in itertools.combinations(everyone, 2):
        if one.counter == two.counter and one.interval.overlaps(two.interval):
            yield Fault.TAKEN, two.person
    before = usual(question)
    least = question.problem.instance.settings.min_present
    for slot in question.needs:
        then, now = (there(question, one, slot) for one in (before, plan))
        for skill in question.problem.skills:
            if sum(skill in one for one in now) < min(least, sum(skill in one for one in then)):
                yield Fault.ABSENT, skill


def _faults(question: DayQuestion, post: Post, seats: Sequence[Seat]) -> Iterator[Fault]:
    offered = {counter for place in post.places for counter in question.places[place].counters}
    if any(seat.counter not in offered for seat in seats):
        yield Fault.USELESS
    if not _hours(post, seats):
        yield Fault.HOURS
    own = stays(post, seats)
    if any(two.interval.start not in {slot.start for slot in post.slots(question.grid)} for two in own[1:]):
        yield Fault.BORDER
    if len(own) > 1 and any(stay.interval.minutes < BLOCK_MINUTES for stay in own):
        yield Fault.SHORT


def _hours(post: Post, seats: Sequence[Seat]) -> bool:
    """Whether the seats are the shift but for one of the possible moments of each break."""
    pauses = outside(post.shift.span, [seat.interval for seat in seats])
    if any(one.interval.overlaps(two.interval) for one, two in itertools.pairwise(seats)):
        return False
    return len(pauses) == len(post.pauses) and all(
        pause in moments for pause, moments in zip(pauses, post.pauses, strict=True)
    )


def stays(post: Post, seats: Sequence[Seat]) -> list[Stay]:
    """Return the stays at one counter; a break before a change belongs to the stay before it."""
    found: list[Stay] = []
    for seat in seats:
        if found and found[-1].counter == seat.counter:
            found[-1] = Stay(post.one.person, Interval(found[-1].interval.start, seat.interval.end), seat.counter)
            continue
        if found:
            found[-1] = Stay(
                post.one.person, Interval(found[-1].interval.start, seat.interval.start), found[-1].counter
            )
        found.append(Stay(post.one.person, seat.interval, seat.counter))
    return found


def there(question: DayQuestion, plan: Seats, slot: Interval) -> list[frozenset[str]]:
    """Return the usable skills of each person who is at one counter through the whole slot."""
    return [
        question.problem.profile(person, seat.counter)
        for person, seats in plan.items()
        for seat in seats
        if seat.interval.covers(slot)
    ]


def short(question: DayQuestion, plan: Seats) -> int:
    """Return how many people are missing, over all slots and skills; each serves one skill in a slot."""
    lacking = 0
    for slot, needs in question.needs.items():
        lacking += sum(needs.values()) - sum(most_served(there(question, plan, slot), needs).values())
    return lacking


def cost(question: DayQuestion, plan: Seats) -> int:
    """Return the points: people missing, changes of counters, breaks moved."""
    changes = sum(len(stays(post, plan[post.one.person])) - 1 for post in question.posts)
    moved = sum(_moved(post, plan[post.one.person]) for post in question.posts)
    return question.shortage * short(question, plan) + CHANGE * changes + MOVED * moved


def _moved(post: Post, seats: Sequence[Seat]) -> int:
    pauses = outside(post.shift.span, [seat.interval for seat in seats])
    return sum(pause != moments[0] for pause, moments in zip(pauses, post.pauses, strict=True))
