"""Who comes when and how they line up, one citizen after the other: ``simulate.profiles`` and ``simulate.day``."""

import numpy as np

from simulate.engines.compiled.order import ordered, reordered


def moments(when, service, profile, guide, first, start, length, share, until, rate):  # type: ignore[no-untyped-def]
    """Return the tick at which the profile of each one's service reaches the uniform.

    ``profile`` goes by service, ``guide`` by profile; the slots of a profile begin at its place in ``first``.
    """
    found, most = np.empty(len(when), np.int64), np.nextafter(1.0, 0.0)
    for who in range(len(when)):
        mine, uniform = profile[service[who]], when[who]
        slot = first[mine] + guide[mine, int(uniform * guide.shape[1])]
        while slot + 1 < first[mine + 1] and uniform >= until[slot]:
            slot += 1
        inside = (uniform - (until[slot] - share[slot])) / share[slot]
        found[who] = np.int64(np.floor((start[slot] + min(max(inside, 0.0), most) * length[slot]) * rate))
    return found


def doors(arrival, site, refused, no_show, pattern, first, begin, end):  # type: ignore[no-untyped-def]
    """Return when each takes a ticket, and who gets none; the openings of a pattern begin at its place in ``first``."""
    join, away = np.empty(len(arrival), np.int64), np.empty(len(arrival), np.bool_)
    for who in range(len(arrival)):
        mine, now = pattern[site[who]], arrival[who]
        opening, last = (first[mine], first[mine + 1]) if mine >= 0 else (0, 0)
        while opening < last and end[opening] <= now:
            opening += 1
        out = opening == last or refused[who]
        join[who] = now if out else max(now, begin[opening])
        away[who] = out and not no_show[who]
    return join, away


def line_up(site, join, arrival, turned_away, no_show, firsts):  # type: ignore[no-untyped-def]
    """Return the places of those inside before ``firsts``, in the order of site, ticket, arrival and place."""
    inside, waited = np.zeros(len(site), np.bool_), False
    for who in range(firsts):
        inside[who] = not (turned_away[who] or no_show[who])
        waited |= inside[who] and arrival[who] != join[who]
    # Where nobody waited at the door, the arrival says nothing more than the ticket.
    order = ordered(arrival if waited else join, inside)  # type: ignore[no-untyped-call]
    if waited:
        order = reordered(join, order)  # type: ignore[no-untyped-call]
    return reordered(site, order)  # type: ignore[no-untyped-call]
