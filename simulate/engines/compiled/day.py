"""What happens at each tick of the compiled day, in the order of ``by_simpy.Phase``."""

from simulate.engines.compiled import crew as staff
from simulate.engines.compiled import hall as guests
from simulate.engines.compiled.clock import BACK, CLOSED, DISPATCH, LIMIT, LOCK_UP, NEW, NEXT, Day, next_tick
from simulate.engines.compiled.downtime import done, finish
from simulate.engines.compiled.hall import COUNTER, SERVED, WAITING, WALKING
from simulate.engines.compiled.heaps import FAR, pop, push, soonest
from simulate.engines.compiled.idle import can, choose
from simulate.engines.compiled.roll import IDLE, STAYING
from simulate.staffing import CANNOT
from simulate.ticks import NEVER


def run(day: Day) -> None:
    """Let the day run until nothing happens any more."""
    now = next_tick(day)
    while now != FAR:
        _completions(day, now)
        _staff(day, now)
        _delays(day, now)
        _abandonments(day, now)
        _closing(day, now)
        _arrivals(day, now)
        _returns(day, now)
        if day.clock.hand[DISPATCH]:
            _dispatch(day, now)
        _impatience(day, now)
        now = next_tick(day)


def _completions(day: Day, now: int) -> None:
    """Finish the services that end now, but for those interrupted since."""
    clock, crew = day.clock, day.crew
    while soonest(clock.services, clock.service_bits) == now:
        server = pop(clock.services) & ((1 << clock.service_bits) - 1)
        if crew.serving[server] != NEVER and crew.finish[server] == now:
            citizen: int = crew.serving[server]
            there = _at(day, server, citizen)
            if there:
                guests.go_out(day.hall, citizen, now, SERVED)
            back = staff.done(crew, server, now)
            if back != NEVER:
                clock.hand[BACK] = min(clock.hand[BACK], back)
            if len(day.hall.onward):
                if there:
                    _go_on(day, citizen, now)
                _let_go(day, server, now)
            _ask_dispatch(day)
            _ask_lock_up(day, now)


def _staff(day: Day, now: int) -> None:
    """Let people come back from a break owed, and begin or end their stretches of work."""
    clock, crew = day.clock, day.crew
    if clock.hand[BACK] == now:
        _back_from_break(day, now)
    if soonest(clock.changes, clock.change_bits) != now:
        return
    while soonest(clock.changes, clock.change_bits) == now:
        code = pop(clock.changes) & ((1 << clock.change_bits) - 1)
        role, stretch = (code >> 1) // crew.begin.shape[1], (code >> 1) % crew.begin.shape[1]
        if code & 1:
            _end_of_stretch(day, staff.leaver(crew, role, now), stretch, now)
        else:
            staff.come(crew, crew.holder[role], now)
    _ask_dispatch(day)
    _ask_lock_up(day, now)


def _back_from_break(day: Day, now: int) -> None:
    """Let those come back whose owed break ends now, and find the next."""
    crew, soon = day.crew, FAR
    for server in range(len(crew.back)):
        if crew.coming[server] and crew.back[server] == now:
            crew.coming[server] = 0
            staff.come(crew, server, now)
        elif crew.coming[server]:
            soon = min(soon, crew.back[server])
    day.clock.hand[BACK] = soon
    _ask_dispatch(day)


def _end_of_stretch(day: Day, server: int, stretch: int, now: int) -> None:
    """End a stretch of work; an interrupted citizen keeps what is left of the work."""
    spent = now - day.crew.began[server]
    citizen = staff.go(day.crew, server, stretch, now)
    _let_go(day, server, now)
    if citizen != NEVER:
        _interrupt(day, citizen, server, spent, now)
    elif day.crew.limit[server] >= now:
        day.clock.hand[LIMIT] = min(day.clock.hand[LIMIT], day.crew.limit[server])


def _at(day: Day, server: int, citizen: int) -> bool:
    """Whether someone is being served by a server, who may as well be waiting for who is not there."""
    return bool(day.hall.place[citizen] == COUNTER and day.server[citizen] == server)


def _interrupt(day: Day, citizen: int, server: int, spent: int, now: int) -> None:
    """Let someone wait again with what is left of the work; who was not there is waited for no longer."""
    if not _at(day, server, citizen):
        return
    speed = day.crew.speed[day.hall.queue[citizen], server]
    if len(day.system):
        spent = done(day.downtime, day.system[citizen], now - spent, now)
    day.work[citizen] = max(1, day.work[citizen] - int(spent * speed + 0.5))
    guests.put_back(day.hall, citizen, now)


def _delays(day: Day, now: int) -> None:
    """Let those go who have been kept by a citizen for as long as that may be, and find the next."""
    crew, hand, soon = day.crew, day.clock.hand, FAR
    if hand[LIMIT] != now:
        return
    for server in range(len(crew.limit)):
        if staff.overdue(crew, server, now):
            citizen, spent = crew.serving[server], now - crew.began[server]
            back = staff.done(crew, server, now)
            if back != NEVER:
                hand[BACK] = min(hand[BACK], back)
            _let_go(day, server, now)
            _interrupt(day, citizen, server, spent, now)
            _ask_dispatch(day)
            _ask_lock_up(day, now)
        elif crew.limit[server] > now:
            soon = min(soon, crew.limit[server])
    hand[LIMIT] = soon


def _abandonments(day: Day, now: int) -> None:
    """Let those leave whose patience ends now."""
    clock = day.clock
    while soonest(clock.nerves, clock.nerve_bits) == now:
        guests.lose_patience(day.hall, pop(clock.nerves) & ((1 << clock.nerve_bits) - 1), now)


def _closing(day: Day, now: int) -> None:
    """Close the door for the day: by the rule those inside are sent home or served."""
    hand = day.clock.hand
    if now == day.closing and not hand[CLOSED]:
        hand[CLOSED] = 1
        if not day.crew.serve_out:
            guests.send_home(day.hall, now)
        _ask_lock_up(day, now)
    _lock_up(day, now)


def _lock_up(day: Day, now: int) -> None:
    """Send everyone home, if that was asked for."""
    if day.clock.hand[LOCK_UP]:
        day.clock.hand[LOCK_UP] = 0
        guests.send_home(day.hall, now)


def _arrivals(day: Day, now: int) -> None:
    """Let everyone in who takes a ticket now."""
    clock, hand, at = day.clock, day.clock.hand, day.clock.hand[NEXT]
    hand[NEW] = at
    if at == day.firsts or day.join[at] != now:
        return
    while at < day.firsts and day.join[at] == now:
        if len(day.tolerance) and _balks(day, at, now):
            guests.balk(day.hall, at, now)
            at += 1
            continue
        guests.enter(day.hall, at, day.hall.queue[at], now)
        if len(day.hall.onward):
            guests.come_in(day.hall, at)
        if day.patience[at] > 0:
            push(clock.nerves, (now + day.patience[at] << clock.nerve_bits) + at)
        at += 1
    hand[NEXT] = at
    _ask_dispatch(day)


def _balks(day: Day, who: int, now: int) -> bool:
    """Whether the wait that is shown is too long for someone."""
    return bool(day.tolerance[who] != NEVER and guests.shown(day.hall, who, now) >= day.tolerance[who])


def _go_on(day: Day, citizen: int, now: int) -> None:
    """Walk to the next stage of the visit, if there is one."""
    after: int = day.hall.onward[citizen]
    if after != NEVER:
        day.server[after] = day.server[citizen]
        day.hall.tally[WALKING] += 1
        push(day.clock.walks, (now + day.gap[after] << day.clock.nerve_bits) + after)


def _returns(day: Day, now: int) -> None:
    """Let those take a ticket who come to a further stage of their visit now."""
    clock, hall, crew = day.clock, day.hall, day.crew
    if soonest(clock.walks, clock.nerve_bits) != now:
        return
    while soonest(clock.walks, clock.nerve_bits) == now:
        who = pop(clock.walks) & ((1 << clock.nerve_bits) - 1)
        server: int = day.server[who]
        day.server[who] = NEVER
        hall.tally[WALKING] -= 1
        hall.due[hall.queue[who]] -= 1
        if now >= day.closing and not crew.serve_out:
            guests.turn_home(hall, who, now)
            continue
        bound = day.same[who] and crew.preference[hall.queue[who], server] != CANNOT and not staff.away(crew, server)
        guests.enter(hall, who, len(crew.preference) + server if bound else hall.queue[who], now)
        if day.patience[who] >= 0:
            push(clock.nerves, (now + day.patience[who] << clock.nerve_bits) + who)
    _ask_dispatch(day)
    _ask_lock_up(day, now)
    _lock_up(day, now)


def _let_go(day: Day, server: int, now: int) -> None:
    """Let nobody wait for someone who has gone for the day."""
    line = len(day.crew.preference) + server
    if line < len(day.hall.waits) and day.hall.waits[line] > 0 and staff.away(day.crew, server):
        guests.change_line(day.hall, line, now)


def _impatience(day: Day, now: int) -> None:
    """Let those leave who came now without any patience and were not called at once."""
    for who in range(day.clock.hand[NEW], day.clock.hand[NEXT]):
        if day.patience[who] == 0:
            guests.lose_patience(day.hall, who, now)
    _abandonments(day, now)


def _ask_dispatch(day: Day) -> None:
    """Call the dispatcher at the end of this tick if there may be something to do."""
    tally = day.crew.tally
    if tally[IDLE] > 0 and (day.hall.tally[WAITING] > 0 or tally[STAYING] > 0):
        day.clock.hand[DISPATCH] = 1


def _ask_lock_up(day: Day, now: int) -> None:
    """Lock up when the door is closed, the last of the staff has gone and someone still waits."""
    if now >= day.closing and day.hall.tally[WAITING] > 0 and staff.gone(day.crew):
        day.clock.hand[LOCK_UP] = 1


def _dispatch(day: Day, now: int) -> None:
    """Call the first citizen who has an eligible idle server, again and again until there is none."""
    hall, crew = day.hall, day.crew
    day.clock.hand[DISPATCH] = 0
    while hall.tally[WAITING] > 0 and crew.tally[IDLE] > 0:
        least, chosen, longest = FAR, NEVER, 0
        if len(hall.pool):
            guests.count_rows(hall)
        for queue in range(len(hall.waits)):
            if hall.waits[queue] > 0:
                key = guests.first(hall, queue)
                row = _length(hall, queue, key)
                if (row > longest or (row == longest and key < least)) and can(crew, queue):
                    least, chosen, longest = key, queue, row
        if chosen == NEVER:
            break
        _serve(day, chosen, least, now)
    staff.dismiss(crew, hall.due, hall.tally[WALKING] > 0, now)
    _ask_lock_up(day, now)
    _lock_up(day, now)


def _length(hall: guests.Hall, queue: int, key: int) -> int:
    """Return how long the row of numbers is that a line is part of: without end for who was interrupted."""
    if len(hall.pool) == 0:
        return 0
    return FAR if key >> hall.bits == 0 else int(hall.crowd[hall.pool[queue]])


def _serve(day: Day, queue: int, key: int, now: int) -> None:
    """Bring the first of a queue and the chosen server together."""
    crew, clock = day.crew, day.clock
    if len(day.missing):
        who: int = day.hall.holder[key & ((1 << day.hall.bits) - 1)]
        if _is_missing(day, who, now):
            _miss(day, queue, who, now)
            return
    server = choose(crew, queue)
    citizen = guests.call(day.hall, queue, key, now)
    ticks = max(1, int(day.work[citizen] / crew.speed[day.hall.queue[citizen], server] + 0.5))
    until = finish(day.downtime, day.system[citizen], now, ticks) if len(day.system) else now + ticks
    staff.begin(crew, server, citizen, now, until)
    day.server[citizen] = server
    push(clock.services, (until << clock.service_bits) + server)


def _is_missing(day: Day, who: int, now: int) -> bool:
    """Whether someone who had to wait is not there when called."""
    if day.missing[who] == NEVER or day.hall.start[who] != NEVER or now == day.hall.join[who]:
        return False
    return bool(day.missed[who] < (day.absences[who] if len(day.absences) else 1))


def _miss(day: Day, queue: int, who: int, now: int) -> None:
    """Find that someone called is not there any more, after waiting a while at the counter."""
    day.missed[who] += 1
    if day.missed[who] < day.calls:
        guests.call_again(day.hall, who, now)
    else:
        guests.give_up(day.hall, who, now)
    if day.missing[who] > 0:
        until, server = now + day.missing[who], choose(day.crew, queue)
        staff.begin(day.crew, server, who, now, until)
        push(day.clock.services, (until << day.clock.service_bits) + server)
