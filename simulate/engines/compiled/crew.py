"""The staff of a day in arrays; see ``simulate.engines.crew`` for the rules they keep."""

from simulate.engines.compiled.idle import rest, rise
from simulate.engines.compiled.roll import EXPECTED, FIRST_FREE, IDLE, PREEMPT, PRESENT, STAYING, WAIT, Crew
from simulate.staffing import CANNOT
from simulate.streams import Integers
from simulate.ticks import NEVER


def come(crew: Crew, server: int, now: int) -> None:
    """Begin a stretch of work, unless an owed break is not over or not even begun."""
    crew.tally[EXPECTED] -= 1
    if crew.owed[server] > 0 or crew.back[server] > now or crew.on[server]:
        return
    crew.on[server] = 1
    if crew.serving[server] == NEVER:
        crew.came[server] = now
        rest(crew, server, now)
        crew.tally[PRESENT] += 1


def go(crew: Crew, server: int, stretch: int, now: int) -> int:
    """End a stretch of work by the policy; return the citizen who is interrupted, else ``NEVER``."""
    role: int = crew.role[server]
    last = stretch == crew.last[role]
    if last:
        crew.ended[server] = 1
    if not crew.on[server]:
        return NEVER
    if last and crew.serve_out and now >= crew.closing:
        crew.staying[server] = 1
        crew.tally[STAYING] += 1
        return NEVER
    crew.on[server] = 0
    citizen: int = crew.serving[server]
    if citizen == NEVER:
        leave(crew, server, now)
    elif crew.policy[server] == PREEMPT:
        stop(crew, server, now)
        leave(crew, server, now)
        return citizen
    elif crew.policy[server] == WAIT and not last:
        crew.owed[server] = crew.begin[role, stretch + 1] - now
    if citizen != NEVER and crew.delay[server] != NEVER:
        crew.limit[server] = now + crew.delay[server]
    return NEVER


def leaver(crew: Crew, role: int, now: int) -> int:
    """Return who ends a stretch of a plan: its holder, or somebody idle of the same skills who swaps with them."""
    server: int = crew.holder[role]
    if not crew.swap or not crew.on[server] or crew.serving[server] == NEVER:
        return server
    other = NEVER
    for at in range(crew.tally[IDLE]):
        one: int = crew.idle[at]
        sooner = other == NEVER or (crew.idle_since[one], one) < (crew.idle_since[other], other)
        # Who stays on after closing has nothing left of a plan to give for another.
        free = sooner and not crew.staying[one]
        if free and _alike(crew, one, server) and not _ends(crew, crew.role[one], now):
            other = one
    if other == NEVER:
        return server
    _exchange(crew, server, other, now)
    return other


def _exchange(crew: Crew, one: int, other: int, now: int) -> None:
    """Let two people work each other's plans from now on; what was overtime until now stays with who worked it."""
    for server in (one, other):
        crew.over[server] += past(crew, server, now)
        crew.taken[server] = now
    mine, theirs = crew.role[one], crew.role[other]
    crew.role[one], crew.role[other] = theirs, mine
    crew.holder[theirs], crew.holder[mine] = one, other


def past(crew: Crew, server: int, until: int) -> int:
    """Return the ticks until a tick past the end of the present plan, of those since it was taken over."""
    role: int = crew.role[server]
    return int(max(0, until - max(crew.end[role, crew.last[role]], crew.taken[server])))


def _go_for_another(crew: Crew, server: int, now: int) -> None:
    """Having finished first, go in the place of a colleague who should have gone and is still with a citizen.

    Who finishes at the same tick is not, whether seen to before or after.
    """
    for other in range(len(crew.on)):
        busy = crew.serving[other] != NEVER and crew.finish[other] != now
        if busy and not crew.on[other] and _alike(crew, other, server):
            _exchange(crew, server, other, now)
            crew.on[server], crew.on[other] = 0, 1
            # Who stays on after closing is relieved of it too, or nobody would ever send the colleague home.
            crew.staying[other], crew.staying[server] = crew.staying[server], 0
            ended = crew.ended[server]
            crew.ended[server], crew.ended[other] = crew.ended[other], ended
            crew.owed[server], crew.owed[other] = crew.owed[other], 0
            crew.limit[other] = NEVER
            return


def _alike(crew: Crew, one: int, other: int) -> bool:
    """Whether two people can serve the same queues."""
    for queue in range(len(crew.preference)):
        if (crew.preference[queue, one] == CANNOT) != (crew.preference[queue, other] == CANNOT):
            return False
    return True


def _ends(crew: Crew, role: int, now: int) -> bool:
    """Whether a plan has a stretch that ends now."""
    for at in range(crew.last[role] + 1):  # noqa: SIM110 - generators do not compile
        if crew.end[role, at] == now:
            return True
    return False


def overdue(crew: Crew, server: int, now: int) -> bool:
    """Whether someone should have gone and may not be kept by the citizen in hand any longer."""
    return bool(crew.limit[server] == now and crew.serving[server] != NEVER and not crew.on[server])


def begin(crew: Crew, server: int, citizen: int, now: int, until: int) -> None:
    """Take a citizen."""
    rise(crew, server)
    crew.serving[server], crew.began[server], crew.finish[server] = citizen, now, until


def done(crew: Crew, server: int, now: int) -> int:
    """Finish the citizen; return the tick of coming back from a break owed, else ``NEVER``."""
    stop(crew, server, now)
    if crew.swap == FIRST_FREE and crew.on[server]:
        _go_for_another(crew, server, now)
    if crew.on[server]:
        rest(crew, server, now)
        return NEVER
    leave(crew, server, now)
    if crew.owed[server] == 0:
        return NEVER
    back: int = now + crew.owed[server]
    crew.back[server], crew.owed[server] = back, 0
    role: int = crew.role[server]
    for at in range(crew.last[role] + 1):
        if crew.begin[role, at] <= back < crew.end[role, at]:
            crew.tally[EXPECTED] += 1
            crew.coming[server] = 1
            return back
    return NEVER


def dismiss(crew: Crew, due: Integers, walking: bool, now: int) -> None:
    """Let those go home who stayed on after closing and have nobody left to serve, none who is still on the way too."""
    if crew.tally[STAYING] == 0:
        return
    # Backwards, because who leaves is replaced in the list by its last.
    for at in range(crew.tally[IDLE] - 1, -1, -1):
        server: int = crew.idle[at]
        if crew.staying[server] and not (_moving(crew, walking) and _due(crew, due, server)):
            crew.staying[server] = crew.on[server] = 0
            crew.tally[STAYING] -= 1
            leave(crew, server, now)


def _moving(crew: Crew, walking: bool) -> bool:
    """Whether anyone inside may still come to a further stage: somebody walks, is served, or will be."""
    return walking or crew.tally[EXPECTED] > 0 or crew.tally[PRESENT] > crew.tally[IDLE]


def _due(crew: Crew, due: Integers, server: int) -> bool:
    """Whether someone inside will come to a queue that a server can serve."""
    for queue in range(len(due)):  # noqa: SIM110 - generators do not compile
        if due[queue] > 0 and crew.preference[queue, server] != CANNOT:
            return True
    return False


def away(crew: Crew, server: int) -> bool:
    """Whether someone has gone for the day, or finishes the citizen in hand and goes."""
    if crew.on[server] or crew.owed[server] > 0 or crew.coming[server]:
        return False
    return bool(crew.ended[server])


def gone(crew: Crew) -> bool:
    """Whether nobody is at a counter and nobody will come any more."""
    return bool(crew.tally[PRESENT] == 0 and crew.tally[EXPECTED] == 0)


def stop(crew: Crew, server: int, now: int) -> None:
    """End the present service."""
    crew.busy[server] += now - crew.began[server]
    crew.serving[server] = NEVER


def leave(crew: Crew, server: int, now: int) -> None:
    """Leave the counter."""
    if crew.spot[server] != NEVER:
        rise(crew, server)
    crew.tally[PRESENT] -= 1
    crew.duty[server] += now - crew.came[server]
    crew.went[server] = now
