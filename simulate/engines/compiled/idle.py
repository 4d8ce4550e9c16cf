"""Who is idle, and who of them is called. The cost of a call grows with the kinds of staff, not with their number."""

from simulate.engines.compiled.heaps import pop, push
from simulate.engines.compiled.roll import IDLE, KINDS, Crew
from simulate.staffing import CANNOT
from simulate.ticks import NEVER


def rest(crew: Crew, server: int, now: int) -> None:
    """Become idle."""
    at: int = crew.tally[IDLE]
    crew.idle[at], crew.spot[server], crew.idle_since[server] = server, at, now
    crew.tally[IDLE] += 1
    kind: int = crew.kind[server]
    push(crew.rows[crew.row[kind] :], server if crew.fewest else (now << crew.bits) + server)
    crew.many[kind] += 1
    if crew.many[kind] == 1:
        crew.kinds[crew.tally[KINDS]], crew.place[kind] = kind, crew.tally[KINDS]
        crew.tally[KINDS] += 1


def rise(crew: Crew, server: int) -> None:
    """Be idle no longer; the last of a list takes the place of who leaves it."""
    crew.tally[IDLE] -= 1
    at: int = crew.spot[server]
    other: int = crew.idle[crew.tally[IDLE]]
    crew.idle[at], crew.spot[other] = other, at
    crew.spot[server] = NEVER
    kind: int = crew.kind[server]
    crew.many[kind] -= 1
    if crew.many[kind] == 0:
        crew.tally[KINDS] -= 1
        last: int = crew.kinds[crew.tally[KINDS]]
        crew.kinds[crew.place[kind]], crew.place[last] = last, crew.place[kind]


def can(crew: Crew, queue: int) -> bool:
    """Whether someone idle can serve a line: a queue, or those who wait for one server."""
    if queue >= len(crew.preference):
        return bool(crew.spot[queue - len(crew.preference)] != NEVER)
    for at in range(crew.tally[KINDS]):  # noqa: SIM110 - generators do not compile
        if crew.preference[queue, crew.model[crew.kinds[at]]] != CANNOT:
            return True
    return False


def choose(crew: Crew, queue: int) -> int:
    """Return the idle server for a queue, who must begin: preference, then longest idle or fewest skills, then id."""
    if queue >= len(crew.preference):
        # The server stays in the heap of the kind, and will be passed over there.
        return queue - len(crew.preference)
    tie = crew.breadth if crew.fewest else crew.idle_since
    found = NEVER
    for at in range(crew.tally[KINDS]):
        kind: int = crew.kinds[at]
        mine = crew.preference[queue, crew.model[kind]]
        if mine != CANNOT:
            server = _first(crew, kind)
            if found == NEVER or (mine, tie[server], server) < (crew.preference[queue, found], tie[found], found):
                found = server
    pop(crew.rows[crew.row[crew.kind[found]] :])
    return found


def _first(crew: Crew, kind: int) -> int:
    """Return the next of a kind to be chosen; there must be one. Who left since they sat down is passed over."""
    row = crew.rows[crew.row[kind] :]
    mask = (1 << crew.bits) - 1
    server: int = row[1] & mask
    while crew.spot[server] == NEVER or (not crew.fewest and crew.idle_since[server] != row[1] >> crew.bits):
        pop(row)
        server = row[1] & mask
    return server
