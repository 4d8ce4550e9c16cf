"""A day whose staff falls from eight to four at lunch: who leaves finishes beside those who stay.

Exact values by uniformisation (case B06 of the project's reference collection, parallel and preemptive discipline).
The exact parallel case lets idle people leave first. Who leaves here is decided by who they are, so that now and then
someone who stays is idle while someone who leaves still serves: the wait can only be shorter. How much shorter
is solved by ``simulate.theory.named_day`` (0.97 % over the day), far less than what separates the disciplines.
"""

import pytest

from model.clock import Interval
from model.demand import ProfileSlot
from model.figures import Name
from model.settings import BreakPolicy
from model.shifts import Shift

ARRIVALS = [30, 42, 48, 36, 20, 24, 40, 44, 30, 16]
SERVERS = [6, 9, 10, 8, 4, 5, 8, 9, 7, 5]
OPEN = Interval(480, 1080)
LATE = {
    "parallel": [0.02126, 0.02694, 0.04982, 0.10775, 0.26482, 0.20185, 0.10045, 0.11918, 0.15440, 0.10613],
    "preemptive": [0.02126, 0.02694, 0.05727, 0.16079, 0.44217, 0.29431, 0.14222, 0.15407, 0.22595, 0.17987],
}
WAIT = {"parallel": 4.98327435, "preemptive": 6.528736677}


def lunch_day(books, breaks):
    """Return the day: person number k works in every hour that needs more than k people."""
    hours = [Interval(start, start + 60) for start in range(OPEN.start, OPEN.end, 60)]
    profile = [ProfileSlot(hour, many) for hour, many in zip(hours, ARRIVALS, strict=True)]
    people = []
    for number in range(max(SERVERS)):
        worked = [hour for hour, needed in zip(hours, SERVERS, strict=True) if needed > number]
        span = Interval(worked[0].start, worked[-1].end)
        pauses = tuple(hour for hour in hours if hour not in worked and span.start <= hour.start < span.end)
        people.append(books.desk({"a": (1.0, 1 + number)}, shift=Shift(f"s{number}", Name("", ""), span, pauses)))
    demand = [books.klass("a", sum(ARRIVALS) / OPEN.minutes, books.exponential(11.0))]
    return books.queue(demand, people, span=OPEN, profile=profile, warm_up=0, breaks=breaks, slot_minutes=60)


@pytest.mark.parametrize(("policy", "rule"), [(BreakPolicy.FIXED_END, "parallel"), (BreakPolicy.PREEMPT, "preemptive")])
def test_the_lunch_drop(books, estimates, policy, rule):
    estimate = estimates(lunch_day(books, policy), 400)
    estimate("mean_wait").agrees(WAIT[rule], 0.05)
    for hour, late in enumerate(LATE[rule]):
        estimate("within", "slot", slot=OPEN.start + 60 * hour).agrees(1 - late, 0.04)


def test_the_rules_tell_apart(books, estimates):
    # Four points between the values at lunch would hide a wrong rule; the simulation sees twelve.
    noon = OPEN.start + 240
    shared = estimates(lunch_day(books, BreakPolicy.FIXED_END), 150)("within", "slot", slot=noon)
    assert shared.value - 3.5 * shared.error > 1 - LATE["preemptive"][4]
