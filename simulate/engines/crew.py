"""The staff of a day: who is on duty, idle or serving, and how breaks and the end of a shift are taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.settings import BreakPolicy, ClosingRule, StaffChoice, SwapRule
from simulate.day import DayPlan
from simulate.staffing import CANNOT, POLICIES, delays, policies
from simulate.ticks import NEVER


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Someone's stretch of work begins or ends."""

    tick: int
    server: int
    stretch: int
    ends: bool


class Crew:
    """The servers of a day by id. Sets of servers are bit masks: bit 3 is server 3.

    ``role`` is whose plan each server works, ``holder`` who works each plan: their own, until breaks are swapped.
    """

    def __init__(self, plan: DayPlan) -> None:
        staff = plan.staff
        self.delay: list[int] = delays(staff, plan.delay).tolist()
        self.policy = [POLICIES[at] for at in policies(staff, plan.rules.breaks).tolist()]
        self.closing = plan.closing
        self.serve_out = plan.rules.closing is ClosingRule.SERVE
        self.fewest = plan.rules.staff_choice is StaffChoice.FEWEST_SKILLS
        self.work: list[list[tuple[int, int]]] = [
            [(begin, end) for begin, end in zip(*pair, strict=True) if begin != CANNOT]
            for pair in zip(staff.begin.tolist(), staff.end.tolist(), strict=True)
        ]
        self.preference: list[list[int]] = staff.preference.tolist()
        self.able = [sum(1 << at for at, rank in enumerate(row) if rank != CANNOT) for row in self.preference]
        self.able += [1 << server for server in range(len(self.work))]
        self.breadth: list[int] = staff.breadth.tolist()
        servers = len(self.work)
        self.swap = plan.rules.swap_breaks is not SwapRule.NONE
        self.first_free = plan.rules.swap_breaks is SwapRule.FIRST_FREE
        self.role, self.holder = list(range(servers)), list(range(servers))
        self.idle, self.staying, self.present = 0, 0, 0
        self.expected = sum(map(len, self.work))
        self.on, self.ended, self.coming = ([False] * servers for _ in range(3))
        self.serving = [NEVER] * servers
        self._idle_since, self._began, self._came, self._went = ([0] * servers for _ in range(4))
        self._finish = [NEVER] * servers
        # Since when each works the plan of their role, and the overtime by the plans they worked before.
        self._taken, self._over = [0] * servers, [0] * servers
        self.limit = [NEVER] * servers
        self._owed, self._back = [0] * servers, [0] * servers
        self.busy, self.duty = [0] * servers, [0] * servers

    def changes(self) -> list[Change]:
        """Return the planned beginnings and ends of work in order."""
        return sorted(
            Change(tick, server, stretch, ends)
            for server, work in enumerate(self.work)
            for stretch, pair in enumerate(work)
            for ends, tick in zip((False, True), pair, strict=True)
        )

    def come(self, server: int, now: int) -> None:
        """Begin a stretch of work, unless an owed break is not over or not even begun."""
        self.expected -= 1
        self.coming[server] = False
        if self._owed[server] or self._back[server] > now or self.on[server]:
            return
        self.on[server] = True
        if self.serving[server] == NEVER:
            self._came[server] = self._idle_since[server] = now
            self.idle |= 1 << server
            self.present |= 1 << server

    def go(self, server: int, stretch: int, now: int) -> int:
        """End a stretch of work by the policy; return the citizen who is interrupted, else ``NEVER``."""
        work = self.work[self.role[server]]
        last = stretch == len(work) - 1
        self.ended[server] |= last
        if not self.on[server]:
            return NEVER
        if last and self.serve_out and now >= self.closing:
            self.staying |= 1 << server
            return NEVER
        self.on[server] = False
        citizen = self.serving[server]
        if citizen == NEVER:
            self._leave(server, now)
        elif self.policy[server] is BreakPolicy.PREEMPT:
            self._stop(server, now)
            self._leave(server, now)
            return citizen
        elif self.policy[server] is BreakPolicy.WAIT and not last:
            self._owed[server] = work[stretch + 1][0] - now
        if citizen != NEVER and self.delay[server] != NEVER:
            self.limit[server] = now + self.delay[server]
        return NEVER

    def leaver(self, role: int, now: int) -> int:
        """Return who ends a stretch of a plan: its holder, or somebody idle of the same skills who swaps with them."""
        server = self.holder[role]
        if not self.swap or not self.on[server] or self.serving[server] == NEVER:
            return server
        # Who stays on after closing has nothing left of a plan to give for another.
        alike = [
            one
            for one in range(len(self.work))
            if (self.idle & ~self.staying) >> one & 1
            and self._alike(one, server)
            and not self._ends(self.role[one], now)
        ]
        if not alike:
            return server
        other = min(alike, key=lambda one: (self._idle_since[one], one))
        self._exchange(server, other, now)
        return other

    def _exchange(self, one: int, other: int, now: int) -> None:
        """Let two people work each other's plans from now on; what was overtime until now stays with who worked it."""
        for server in (one, other):
            self._over[server] += self._past(server, now)
            self._taken[server] = now
        self.role[one], self.role[other] = self.role[other], self.role[one]
        self.holder[self.role[one]], self.holder[self.role[other]] = one, other

    def _go_for_another(self, server: int, now: int) -> None:
        """Having finished first, go in the place of a colleague who should have gone and is still with a citizen.

        Who finishes at the same tick is not, whether seen to before or after.
        """
        leaving = [
            one
            for one in range(len(self.work))
            if self.serving[one] != NEVER and self._finish[one] != now and not self.on[one] and self._alike(one, server)
        ]
        if leaving:
            other = leaving[0]
            self._exchange(server, other, now)
            self.on[server], self.on[other] = False, True
            if self.staying >> server & 1:
                # The colleague stays on after closing instead, or nobody would ever send them home.
                self.staying ^= 1 << server | 1 << other
            self.ended[server], self.ended[other] = self.ended[other], self.ended[server]
            self._owed[server], self._owed[other] = self._owed[other], 0
            self.limit[other] = NEVER

    def _alike(self, one: int, other: int) -> bool:
        """Whether two people can serve the same queues."""
        return all((row[one] == CANNOT) == (row[other] == CANNOT) for row in self.preference)

    def _ends(self, role: int, now: int) -> bool:
        return any(end == now for _, end in self.work[role])

    def overdue(self, server: int, now: int) -> bool:
        """Whether someone should have gone and may not be kept by the citizen in hand any longer."""
        return self.limit[server] == now and self.serving[server] != NEVER and not self.on[server]

    def choose(self, queue: int) -> int:
        """Return the idle server for a queue: preference, then longest idle or fewest skills, then id."""
        mask = self.able[queue] & self.idle
        if not mask & (mask - 1):
            return mask.bit_length() - 1
        rank, tie = self.preference[queue], self.breadth if self.fewest else self._idle_since
        best, found = (0, 0, 0), NEVER
        while mask:
            server = (mask & -mask).bit_length() - 1
            mask &= mask - 1
            mine = (rank[server], tie[server], server)
            if found == NEVER or mine < best:
                best, found = mine, server
        return found

    def begin(self, server: int, citizen: int, now: int, until: int) -> None:
        """Take a citizen."""
        self.idle ^= 1 << server
        self.serving[server], self._began[server], self._finish[server] = citizen, now, until

    def finishing(self, now: int) -> list[int]:
        """Return who finishes a citizen now, by id."""
        return [at for at, until in enumerate(self._finish) if until == now and self.serving[at] != NEVER]

    def done(self, server: int, now: int) -> int:
        """Finish the citizen; return the tick of coming back from a break owed, else ``NEVER``."""
        self._stop(server, now)
        if self.first_free and self.on[server]:
            self._go_for_another(server, now)
        if self.on[server]:
            self._idle_since[server] = now
            self.idle |= 1 << server
            return NEVER
        self._leave(server, now)
        if not self._owed[server]:
            return NEVER
        back = self._back[server] = now + self._owed[server]
        self._owed[server] = 0
        if not any(start <= back < end for start, end in self.work[self.role[server]]):
            return NEVER
        self.expected += 1
        self.coming[server] = True
        return back

    def dismiss(self, now: int, due: Sequence[int], walking: int) -> None:
        """Let those go home who stayed on after closing and have nobody left to serve, none who is still to come too.

        Somebody comes to a further stage only if somebody walks or is served, or will be by people still to come.
        """
        going = self.staying & self.idle
        if walking or self.expected or self.present & ~self.idle:
            for queue, many in enumerate(due):
                going &= ~self.able[queue] if many else going
        self.staying ^= going
        while going:
            server = (going & -going).bit_length() - 1
            going &= going - 1
            self.on[server] = False
            self._leave(server, now)

    def away(self, server: int) -> bool:
        """Whether someone has gone for the day, or finishes the citizen in hand and goes."""
        return self.ended[server] and not (self.on[server] or self._owed[server] or self.coming[server])

    def gone(self) -> bool:
        """Whether nobody is at a counter and nobody will come any more."""
        return not self.present and not self.expected

    def overtime(self) -> list[int]:
        """Return the ticks each server worked past the end of the last stretch of the plan they then worked."""
        return [over + self._past(at, self._went[at]) for at, over in enumerate(self._over)]

    def _past(self, server: int, until: int) -> int:
        """Return the ticks until a tick past the end of the present plan, of those since it was taken over."""
        return max(0, until - max(self.work[self.role[server]][-1][1], self._taken[server]))

    def served_so_far(self, server: int, now: int) -> int:
        """Return the ticks the present service has taken until now."""
        return now - self._began[server]

    def _stop(self, server: int, now: int) -> None:
        self.busy[server] += now - self._began[server]
        self.serving[server] = NEVER

    def _leave(self, server: int, now: int) -> None:
        self.idle &= ~(1 << server)
        self.present &= ~(1 << server)
        self.duty[server] += now - self._came[server]
        self._went[server] = now
