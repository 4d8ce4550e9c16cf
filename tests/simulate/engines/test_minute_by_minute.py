"""The engine against a second player that walks through the day minute by minute, on whole minutes where all ties.

The second player shares no code with the engine: it derives who is on duty from the plan at every minute instead of
reacting to events. Found by the reference: only whole minutes show faults in the order of ties.
"""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulate.engines.choose import engine
from simulate.visits import Outcome, check

CLOSING = 60


@dataclass
class Seat:
    """A server as the walker sees them."""

    stretches: list
    on: bool = False
    staying: bool = False
    citizen: int | None = None
    finish: int = -1
    began: int = 0
    idle_since: int = 0
    debt: int = 0
    rest_until: int = -1
    left_at: int = -1

    def planned(self, t):
        return any(begin <= t < end for begin, end in self.stretches)


@dataclass
class Guest:
    join: int
    left_work: int
    patience: int
    rank: int
    queue: int
    waiting: bool = False
    start: int = -1
    end: int = -1
    server: int = -1
    outcome: str = "unserved"


class Walker:
    """Walks through a plan minute by minute."""

    def __init__(self, plan):
        self.plan, self.staff, self.rules = plan, plan.staff, plan.rules
        self.able, self.speed = plan.staff.preference.tolist(), plan.staff.speed.tolist()
        self.seats = [
            Seat([(b, e) for b, e in zip(bs, es, strict=True) if b >= 0])
            for bs, es in zip(plan.staff.begin.tolist(), plan.staff.end.tolist(), strict=True)
        ]
        columns = (plan.join, plan.work, plan.patience, plan.rank, plan.queue)
        self.guests = [Guest(*row) for row in zip(*(one.tolist() for one in columns), strict=True)]

    def walk(self):
        """Return (start, end, server, outcome) by citizen and overtime by server."""
        for t in range(600):
            for step in (self.completions, self.staff_changes, self.abandonments, self.closing, self.arrivals):
                step(t)
            while self.call_one(t):
                pass
            self.after_dispatch(t)
        overtime = [max(0, seat.left_at - seat.stretches[-1][1]) for seat in self.seats]
        return [(g.start, g.end, g.server, g.outcome) for g in self.guests], overtime

    def completions(self, t):
        for seat in self.seats:
            if seat.citizen is None or seat.finish != t:
                continue
            guest = self.guests[seat.citizen]
            guest.end, guest.outcome = t, "served"
            seat.citizen, seat.idle_since = None, t
            if not seat.on:
                seat.left_at = t
                if seat.debt:
                    seat.rest_until, seat.debt = t + seat.debt, 0

    def staff_changes(self, t):
        for at, seat in enumerate(self.seats):
            for number, (_, end) in enumerate(seat.stretches):
                if t == end and seat.on:
                    self.end_of_stretch(t, at, number)
            if seat.planned(t) and not seat.on and not seat.debt and t >= seat.rest_until:
                seat.on = True
                if seat.citizen is None:
                    seat.idle_since = t

    def end_of_stretch(self, t, at, number):
        seat = self.seats[at]
        last = number == len(seat.stretches) - 1
        if last and t >= self.plan.closing and self.rules.closing == "serve":
            seat.staying = True
            return
        seat.on = False
        if seat.citizen is None:
            seat.left_at = t
        elif self.rules.breaks == "preempt":
            guest = self.guests[seat.citizen]
            done = int((t - seat.began) * self.speed[guest.queue][at] + 0.5)
            guest.left_work, guest.waiting = max(1, guest.left_work - done), True
            seat.citizen, seat.left_at = None, t
        elif self.rules.breaks == "wait" and not last:
            seat.debt = seat.stretches[number + 1][0] - t

    def abandonments(self, t):
        for guest in self.guests:
            if guest.waiting and guest.start < 0 and 0 < guest.patience == t - guest.join:
                guest.waiting, guest.end, guest.outcome = False, t, "left"

    def closing(self, t):
        if t == self.plan.closing and self.rules.closing == "send_home":
            self.send_home(t)

    def send_home(self, t):
        for guest in self.guests:
            if guest.waiting:
                guest.waiting, guest.end = False, t

    def arrivals(self, t):
        for guest in self.guests:
            guest.waiting |= guest.join == t

    def call_one(self, t):
        """Call the first who can be served; tell whether there was one."""
        waiting = [(g.start < 0, g.rank if g.start < 0 else 0, at) for at, g in enumerate(self.guests) if g.waiting]
        for *_, at in sorted(waiting):
            guest = self.guests[at]
            free = [(*self.taste(guest.queue, s), s) for s in range(len(self.seats)) if self.is_free(guest.queue, s)]
            if free:
                s = min(free)[-1]
                guest.waiting, guest.server = False, s
                guest.start = t if guest.start < 0 else guest.start
                seat = self.seats[s]
                seat.citizen, seat.began = at, t
                seat.finish = t + max(1, int(guest.left_work / self.speed[guest.queue][s] + 0.5))
                return True
        return False

    def is_free(self, queue, s):
        return self.able[queue][s] >= 0 and self.seats[s].on and self.seats[s].citizen is None

    def taste(self, queue, s):
        fewest = self.rules.staff_choice == "fewest_skills"
        return self.able[queue][s], self.staff.breadth[s] if fewest else self.seats[s].idle_since

    def after_dispatch(self, t):
        for seat in self.seats:
            if seat.staying and seat.on and seat.citizen is None:
                seat.on, seat.left_at = False, t
        for guest in self.guests:
            if guest.waiting and guest.start < 0 and guest.patience == 0:
                guest.waiting, guest.end, guest.outcome = False, t, "left"
        if t >= self.plan.closing and not any(self.is_or_will_be_there(seat, t) for seat in self.seats):
            self.send_home(t)

    @staticmethod
    def is_or_will_be_there(seat, t):
        back = seat.rest_until > t and any(b <= seat.rest_until < e for b, e in seat.stretches)
        return seat.on or seat.citizen is not None or back or any(b > t for b, _ in seat.stretches)


@st.composite
def centres(draw, make):
    """Draw a small centre: two queues, up to four servers with breaks, up to fifteen citizens within an hour."""
    citizens = draw(
        st.lists(
            st.tuples(
                st.integers(0, CLOSING - 1),
                st.integers(1, 25),
                st.sampled_from([-1, -1, 0, 3, 10]),
                st.integers(0, 1),
                st.integers(0, 1),
            ),
            max_size=15,
        )
    )
    servers = []
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.sets(st.integers(0, 80), min_size=2, max_size=6)))
        cuts = cuts[: len(cuts) // 2 * 2]
        servers.append(
            make.server(
                " ".join(
                    f"{b // 60:02d}:{b % 60:02d}-{e // 60:02d}:{e % 60:02d}"
                    for b, e in zip(cuts[::2], cuts[1::2], strict=True)
                ),
                draw(st.sampled_from([(1, 1), (1, -1), (2, 1), (-1, 1)])),
                draw(st.sampled_from([(1.0, 1.0), (0.7, 1.3)])),
                draw(st.integers(1, 3)),
            )
        )
    rules = {
        "breaks": draw(st.sampled_from(["wait", "fixed_end", "preempt"])),
        "closing": draw(st.sampled_from(["serve", "send_home"])),
        "staff_choice": draw(st.sampled_from(["longest_idle", "fewest_skills"])),
    }
    ordered = [
        make.citizen(f"{join // 60:02d}:{join % 60:02d}", work, patience, rank, queue)
        for join, work, patience, rank, queue in sorted(citizens, key=lambda one: one[0])
    ]
    return make.plan(ordered, servers, "01:00", rules)


@pytest.mark.parametrize("name", ["simpy", "numba"])
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_both_players_agree_on_every_small_centre(maker, name, data):
    plan = data.draw(centres(maker))
    log = engine(name)(plan)
    check(plan, log)
    guests, overtime = Walker(plan).walk()
    names = [Outcome(one).name.lower() for one in log.outcome]
    assert list(zip(log.start.tolist(), log.end.tolist(), log.server.tolist(), names, strict=True)) == guests
    assert log.overtime.tolist() == overtime
