"""The reference engine: one day of one site, written to be read, played on SimPy's clock.

At each tick everything that happens is settled first, in the order of ``Phase``; then the dispatcher calls citizens
until nobody waits for whom an eligible member of staff is idle. Nothing is drawn here.
"""

from collections.abc import Callable
from enum import IntEnum
from heapq import heappop, heappush

import numpy as np
import simpy
from simpy.events import EventPriority

from model.settings import ClosingRule
from simulate.day import DayPlan
from simulate.downtime import done, finish, windows_of
from simulate.engines.crew import Crew
from simulate.engines.hall import Hall
from simulate.ticks import NEVER
from simulate.visits import VisitLog


class Phase(IntEnum):
    """What is settled before what within one tick. Someone without any patience leaves only if not called at once."""

    COMPLETION = 0
    BACK = 1
    STAFF = 2
    DELAY = 3
    ABANDONMENT = 4
    CLOSING = 5
    ARRIVAL = 6
    RETURN = 7
    DISPATCH = 8
    IMPATIENCE = 9


class Moment(simpy.Event):
    """Something that happens at a tick in a phase; ``who`` is the citizen or server concerned.

    Like SimPy's own ``Timeout`` it is triggered from the start; unlike it, the phase decides within a tick.
    """

    def __init__(
        self, env: simpy.Environment, at: int, phase: Phase, call: "Callable[[Moment], None]", who: int = NEVER
    ) -> None:
        self.env, self.callbacks, self._value, self._ok, self.who = env, [call], None, True, who
        env.schedule(self, EventPriority(phase), at - env.now)


def play(plan: DayPlan, crew: Crew | None = None) -> VisitLog:
    """Play a day and return what became of everyone; ``crew`` may be one that writes down what its people do."""
    return _Day(plan, crew or Crew(plan)).play()


class _Day:
    """A day being played."""

    def __init__(self, plan: DayPlan, crew: Crew) -> None:
        self.plan, self.env = plan, simpy.Environment()
        self.hall, self.crew = Hall(plan), crew
        self.changes = self.crew.changes()
        # What is left of each citizen's work, for a server of speed one.
        self.work: list[int] = plan.work.tolist()
        self.patience: list[int] = plan.patience.tolist()
        self.missing: list[int] = plan.missing.tolist() or [NEVER] * len(self.work)
        self.absences: list[int] = plan.absences.tolist() or [1] * len(self.work)
        self.system: list[int] = plan.system.tolist() or [NEVER] * len(self.work)
        self.windows = {one: windows_of(plan.downtime, one) for one in {NEVER, *self.system}}
        self.missed = [0] * len(self.work)
        self.tolerance: list[int] = plan.tolerance.tolist() or [NEVER] * len(self.work)
        self.speed: list[list[float]] = plan.staff.speed.tolist()
        self.server = [NEVER] * len(self.work)
        self.firsts = int(np.count_nonzero(plan.join != NEVER))
        # Who is on the way to a further stage, and the stage before each.
        self.walks: list[tuple[int, int]] = []
        self.before = {after: at for at, after in enumerate(self.hall.onward) if after != NEVER}
        self.next_citizen, self.next_change = 0, 0
        self.dispatch_asked = False

    @property
    def now(self) -> int:
        """Return the present tick."""
        return int(self.env.now)

    def play(self) -> VisitLog:
        """Let the day run until nothing happens any more."""
        if self.firsts:
            Moment(self.env, self.hall.join[0], Phase.ARRIVAL, self._arrivals)
        if self.changes:
            Moment(self.env, self.changes[0].tick, Phase.STAFF, self._staff)
        Moment(self.env, self.plan.closing, Phase.CLOSING, self._closing)
        self.env.run()
        return self._log()

    def _arrivals(self, _: Moment) -> None:
        """Let everyone in who takes a ticket now."""
        now, join, at = self.now, self.hall.join, self.next_citizen
        while at < self.firsts and join[at] == now:
            if self.tolerance[at] != NEVER and self.hall.shown(at, now) >= self.tolerance[at]:
                self.hall.balk(at, now)
            else:
                self.hall.come_in(at)
                self._begin_patience(at)
            at += 1
        self.next_citizen = at
        if at < self.firsts:
            Moment(self.env, join[at], Phase.ARRIVAL, self._arrivals)
        self._ask_dispatch()

    def _begin_patience(self, who: int) -> None:
        if self.patience[who] != NEVER:
            phase = Phase.ABANDONMENT if self.patience[who] else Phase.IMPATIENCE
            Moment(self.env, self.now + self.patience[who], phase, self._abandonment, who)

    def _go_on(self, citizen: int) -> None:
        """Walk to the next stage of the visit, if there is one."""
        if (after := self.hall.onward[citizen]) != NEVER:
            heappush(self.walks, (self.now + int(self.plan.route.gap[after]), after))
            Moment(self.env, self.now + int(self.plan.route.gap[after]), Phase.RETURN, self._returns)

    def _returns(self, _: Moment) -> None:
        """Let those take a ticket who come to a further stage of their visit now, in the order of their ids."""
        while self.walks and self.walks[0][0] == self.now:
            self._return(heappop(self.walks)[1])
        self._ask_dispatch()
        self._ask_lock_up()

    def _return(self, who: int) -> None:
        """Come to a further stage: to the same server where that is due, unless that server has gone for the day."""
        crew, server = self.crew, self.server[self.before[who]]
        self.hall.arrive(who)
        if self.now >= self.plan.closing and self.plan.rules.closing is ClosingRule.SEND_HOME:
            self.hall.turn_home(who, self.now)
            return
        able = crew.able[self.hall.queue[who]] >> server & 1
        bound = self.plan.route.same[who] and able and not crew.away(server)
        self.hall.enter(who, self.now, self._line_of(server) if bound else NEVER)
        self._begin_patience(who)

    def _line_of(self, server: int) -> int:
        """Return the line of those who wait for one server."""
        return len(self.plan.staff.preference) + server

    def _let_go(self, server: int) -> None:
        """Let nobody wait for someone who has gone for the day."""
        if self.crew.away(server):
            self.hall.change_line(self._line_of(server))

    def _abandonment(self, moment: Moment) -> None:
        self.hall.lose_patience(moment.who, self.now)

    def _staff(self, _: Moment) -> None:
        """Let people begin or end their stretches of work."""
        now, at = self.now, self.next_change
        while at < len(self.changes) and self.changes[at].tick == now:
            change = self.changes[at]
            if change.ends:
                self._end_of_stretch(self.crew.leaver(change.server, now), change.stretch)
            else:
                self.crew.come(self.crew.holder[change.server], now)
            at += 1
        self.next_change = at
        if at < len(self.changes):
            Moment(self.env, self.changes[at].tick, Phase.STAFF, self._staff)
        self._ask_dispatch()
        self._ask_lock_up()

    def _end_of_stretch(self, server: int, stretch: int) -> None:
        """End a stretch of work; an interrupted citizen keeps what is left of the work."""
        now = self.now
        spent = self.crew.served_so_far(server, now)
        citizen = self.crew.go(server, stretch, now)
        self._let_go(server)
        if citizen != NEVER:
            self._interrupt(citizen, server, spent)
        elif self.crew.limit[server] >= now:
            Moment(self.env, self.crew.limit[server], Phase.DELAY, self._delay_over, server)

    def _interrupt(self, citizen: int, server: int, spent: int) -> None:
        """Let someone wait again with what is left of the work; who was not there is waited for no longer."""
        if not self._at(server, citizen):
            return
        speed = self.speed[self.hall.queue[citizen]][server]
        worked = done(self.windows[self.system[citizen]], self.now - spent, self.now)
        self.work[citizen] = max(1, self.work[citizen] - int(worked * speed + 0.5))
        self.hall.put_back(citizen, self.now)

    def _delay_over(self, moment: Moment) -> None:
        """Let someone go who has been kept by a citizen for as long as that may be."""
        server, now = moment.who, self.now
        if self.crew.overdue(server, now):
            citizen, spent = self.crew.serving[server], self.crew.served_so_far(server, now)
            self._leave(server)
            self._interrupt(citizen, server, spent)
            self._ask_dispatch()
            self._ask_lock_up()

    def _leave(self, server: int) -> None:
        """Free someone from the citizen in hand, to go on or to go."""
        back = self.crew.done(server, self.now)
        if back != NEVER:
            Moment(self.env, back, Phase.BACK, self._back_from_break, server)
        self._let_go(server)

    def _back_from_break(self, moment: Moment) -> None:
        self.crew.come(moment.who, self.now)
        self._ask_dispatch()

    def _completions(self, _: Moment) -> None:
        """Finish the services that end now, but for those interrupted since.

        By the id of the server: who of several goes in the place of a colleague must not depend on who began first.
        """
        for server in self.crew.finishing(self.now):
            citizen = self.crew.serving[server]
            if self._at(server, citizen):
                self.hall.served(citizen, self.now)
                self._go_on(citizen)
            self._leave(server)
            self._ask_dispatch()
            self._ask_lock_up()

    def _closing(self, _: Moment) -> None:
        """Close the door for the day: by the rule those inside are sent home or served."""
        if self.plan.rules.closing is ClosingRule.SEND_HOME:
            self.hall.send_home(self.now)
        self._ask_lock_up()

    def _ask_lock_up(self) -> None:
        """Lock up when the door is closed, the last of the staff has gone and someone still waits."""
        now = self.now
        if now >= self.plan.closing and self.hall.waiting and self.crew.gone():
            Moment(self.env, now, Phase.CLOSING, self._lock_up)

    def _lock_up(self, _: Moment) -> None:
        self.hall.send_home(self.now)

    def _ask_dispatch(self) -> None:
        """Call the dispatcher at the end of this tick, once, if there may be something to do."""
        if not self.dispatch_asked and self.crew.idle and (self.hall.waiting or self.crew.staying):
            self.dispatch_asked = True
            Moment(self.env, self.now, Phase.DISPATCH, self._dispatch)

    def _dispatch(self, _: Moment) -> None:
        """Call the first citizen who has an eligible idle server, again and again until there is none."""
        self.dispatch_asked = False
        hall, crew = self.hall, self.crew
        while hall.waiting and crew.idle:
            heads = [
                (hall.precedence(queue, first), queue)
                for queue, able in enumerate(crew.able)
                if able & crew.idle and (first := hall.first(queue)) != NEVER
            ]
            if not heads:
                break
            self._serve(min(heads)[1])
        crew.dismiss(self.now, hall.due, len(self.walks))
        self._ask_lock_up()

    def _serve(self, queue: int) -> None:
        """Bring the first of a queue and the chosen server together."""
        now, server = self.now, self.crew.choose(queue)
        hall = self.hall
        citizen = hall.next_of(queue)
        if self._is_missing(citizen):
            self._miss(citizen, server)
            return
        hall.call(queue, now)
        self.server[citizen] = server
        ticks = max(1, int(self.work[citizen] / self.speed[hall.queue[citizen]][server] + 0.5))
        until = finish(self.windows[self.system[citizen]], now, ticks)
        self._begin(server, citizen, until)

    def _begin(self, server: int, citizen: int, until: int) -> None:
        self.crew.begin(server, citizen, self.now, until)
        Moment(self.env, until, Phase.COMPLETION, self._completions)

    def _is_missing(self, who: int) -> bool:
        """Whether someone who had to wait is not there when called."""
        away = self.missing[who] != NEVER and self.missed[who] < self.absences[who]
        return away and self.hall.start[who] == NEVER and self.now > self.hall.join[who]

    def _at(self, server: int, citizen: int) -> bool:
        """Whether someone is being served by a server, who may as well be waiting for who is not there."""
        return self.hall.at_counter(citizen) and self.server[citizen] == server

    def _miss(self, citizen: int, server: int) -> None:
        """Find that someone called is not there any more, after waiting a while at the counter."""
        now, lost = self.now, self.missing[citizen]
        self.missed[citizen] += 1
        if self.missed[citizen] < self.plan.calls:
            self.hall.call_again(citizen, now)
        else:
            self.hall.give_up(citizen, now)
        if lost:
            self._begin(server, citizen, now + lost)

    def _log(self) -> VisitLog:
        hall, crew = self.hall, self.crew
        return VisitLog(
            join=np.array(hall.join, np.int64),
            start=np.array(hall.start, np.int64),
            end=np.array(hall.end, np.int64),
            server=np.array(self.server, np.int64),
            outcome=np.array(hall.outcome, np.int64),
            again=np.array(hall.again, np.int64).reshape(-1, 3),
            busy=np.array(crew.busy, np.int64),
            duty=np.array(crew.duty, np.int64),
            overtime=np.array(crew.overtime(), np.int64),
            queue_area=hall.area,
        )
