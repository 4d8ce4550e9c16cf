"""The one function that is compiled, with all others compiled into it: arrays in, arrays out."""

from simulate.engines.compiled.crew import past
from simulate.engines.compiled.day import run
from simulate.engines.compiled.hall import AGAIN, AREA
from simulate.engines.compiled.morning import morning
from simulate.staffing import Speeds
from simulate.streams import Integers

Result = tuple[Integers, Integers, Integers, Integers, Integers, Integers, Integers, Integers, Integers, int]


def play(
    closing: int,
    serve_out: int,
    fewest: int,
    swap: int,
    nth: int,
    calls: int,
    lead: Integers,
    join: Integers,
    work: Integers,
    patience: Integers,
    missing: Integers,
    absences: Integers,
    tolerance: Integers,
    system: Integers,
    downtime: Integers,
    rank: Integers,
    queue: Integers,
    pool: Integers,
    onward: Integers,
    gap: Integers,
    same: Integers,
    policy: Integers,
    delay: Integers,
    begin: Integers,
    end: Integers,
    breadth: Integers,
    preference: Integers,
    speed: Speeds,
) -> Result:
    """Play a day: the columns of the visit log in its order."""
    rules, route = (closing, serve_out, fewest, swap, nth, calls), (onward, gap, same)
    shy = (missing, absences, tolerance)
    staff = ((policy, delay), begin, end, breadth, preference, speed)
    day = morning(rules, lead, join, work, patience, shy, (system, downtime), rank, queue, pool, route, *staff)
    run(day)
    hall, crew = day.hall, day.crew
    overtime = crew.over.copy()
    for server in range(len(overtime)):
        overtime[server] += past(crew, server, crew.went[server])
    again = hall.again[: hall.tally[AGAIN]].copy()
    return (
        hall.join,
        hall.start,
        hall.end,
        day.server,
        hall.outcome,
        again,
        crew.busy.copy(),
        crew.duty.copy(),
        overtime,
        hall.tally[AREA],
    )
