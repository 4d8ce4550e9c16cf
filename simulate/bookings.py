"""Online bookings: who books which time, how long ahead, and whether they come.

Bookings are given out in the order they are asked for, the longest ahead first. Who finds the wished slot full takes
the nearest slot of the day that still has room.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.coming import WhenFull
from model.instance import Instance
from model.services import VisitType
from simulate.habits import Habits
from simulate.rows import VISITS, Rows
from simulate.streams import Integers, Mask, Purpose, Stream, Uniforms
from simulate.ticks import NEVER, per_minute


@dataclass(frozen=True, slots=True)
class Booked:
    """Who among the visits has a booking: ``time`` in ticks and ``lead`` in days (``NEVER``: none).

    ``late`` is the luck of the punctuality. ``no_show`` have a booking and do not come; ``refused`` wanted a booking,
    got none, and stay away.
    """

    time: Integers
    lead: Integers
    late: Uniforms
    no_show: Mask
    refused: Mask

    @property
    def held(self) -> Mask:
        """Return who has a booking."""
        return np.asarray(self.time != NEVER)


@dataclass(frozen=True, slots=True)
class _Requests:
    """Those who ask for a booking, by place among the visits; ``wish`` and ``ahead`` are uniforms."""

    who: Integers
    site: Integers
    profile: Integers
    numbers: Integers
    wish: Uniforms
    ahead: Uniforms


def bookings(
    instance: Instance, rows: Rows, stream: Stream, row: Integers, number: Integers, when: Uniforms, dossiers: Integers
) -> Booked:
    """Return the bookings of a date; ``when`` is the luck of the time of day, ``dossiers`` how many each visit brings.

    A citizen books a number for each dossier, so that one who brings more than may be booked a day comes without.
    """
    habits, rules, service = rows.habits, instance.settings.bookings, rows.service[row]
    time, lead = (np.full(len(row), NEVER, np.int64) for _ in range(2))
    late, none = np.full(len(row), 0.5), np.zeros(len(row), np.bool_)
    booked = Booked(time, lead, late, none, none.copy())
    if not habits.booked.any():
        return booked
    share = habits.booked[service]
    able = np.flatnonzero(
        (share > 0) & (rows.visit[row] == VISITS.index(VisitType.SUBMIT)) & (dossiers <= rules.most_a_day)
    )
    if not len(able):
        return booked
    ask, come = stream.pair(Purpose.BOOKING, rows.key[row[able]], number[able])
    chosen = ask < share[able]
    who, come = able[chosen], come[chosen]
    late[who], ahead = stream.pair(Purpose.PUNCTUALITY, rows.key[row[who]], number[who])
    asked = _Requests(who, rows.site[row[who]], habits.profile[service[who]], dossiers[who], when[who], ahead)
    time[who] = _times(instance, habits, stream, asked)
    lead[who] = _leads(rules.lead_shares, ahead)
    got = time[who] != NEVER
    lead[who[~got]] = NEVER
    chance = habits.absent[service[who]] + habits.absent_per_day[service[who]] * lead[who]
    booked.no_show[who] = got & (come < chance)
    booked.refused[who] = ~got & (rules.when_full is WhenFull.STAY_AWAY)
    return booked


def _leads(shares: Sequence[float], ahead: Uniforms) -> Integers:
    """Return how many days ahead each booking is made: the larger the uniform, the longer."""
    until = np.cumsum(shares) / np.sum(shares)
    return np.minimum(np.searchsorted(until, ahead, side="right"), len(until) - 1)


def _times(instance: Instance, habits: Habits, stream: Stream, asked: _Requests) -> Integers:
    """Return the tick booked by each request, ``NEVER`` where nothing is left."""
    rate, found = per_minute(instance.settings), np.full(len(asked.who), NEVER, np.int64)
    sites, group = np.unique(asked.site, return_inverse=True)
    names = list(instance.sites)
    order = np.argsort(group, kind="stable")
    ends = np.searchsorted(group[order], np.arange(len(sites) + 1))
    for at, site in enumerate(sites.tolist()):
        mine = order[ends[at] : ends[at + 1]]
        offer = _offer(instance, habits, names[site] if site >= 0 else None, stream)
        capacity = instance.settings.bookings.slot_capacity
        if site >= 0 and (own := instance.sites[names[site]].slot_capacity) is not None:
            capacity = own
        found[mine] = _unlimited(offer, asked, mine) if capacity is None else _given_out(offer, asked, mine, capacity)
    return np.where(found == NEVER, NEVER, found * rate)


def _offer(instance: Instance, habits: Habits, site: str | None, stream: Stream) -> list[Integers]:
    """Return the minutes a site gives out by profile: those at which its door is open on the date."""
    times = [profile.bookable for profile in habits.profiles]
    if site is None:
        return times
    sessions = instance.opening(site, stream.day)
    begin, end = (np.array([getattr(one, name) for one in sessions], np.int64) for name in ("start", "end"))
    return [one[((one[:, None] >= begin) & (one[:, None] < end)).any(axis=1)] for one in times]


def _unlimited(offer: Sequence[Integers], asked: _Requests, mine: Integers) -> Integers:
    """Give everyone the slot they wish: every slot equally often."""
    found = np.full(len(mine), NEVER, np.int64)
    for at, minutes in enumerate(offer):
        of = np.flatnonzero(asked.profile[mine] == at)
        if len(minutes):
            found[of] = minutes[_wished(asked.wish[mine[of]], len(minutes))]
    return found


def _given_out(offer: Sequence[Integers], asked: _Requests, mine: Integers, capacity: int) -> Integers:
    """Give out the numbers of a site in the order they are asked for; a full slot sends to the nearest with room.

    Of two slots equally near the earlier one is taken.
    """
    found = np.full(len(mine), NEVER, np.int64)
    room: dict[int, int] = {minute: capacity for minutes in offer for minute in minutes.tolist()}
    for at in np.lexsort((np.arange(len(mine)), -asked.ahead[mine])).tolist():
        one = mine[at]
        minutes = offer[asked.profile[one]]
        if not len(minutes):
            continue
        wish, many = int(minutes[_wished(asked.wish[one : one + 1], len(minutes))[0]]), int(asked.numbers[one])
        if room[wish] < many:
            free = [minute for minute in minutes.tolist() if room[minute] >= many]
            if not free:
                continue
            wish = min(free, key=lambda minute: (abs(minute - wish), minute))
        room[wish] -= many
        found[at] = wish
    return found


def _wished(uniforms: Uniforms, slots: int) -> Integers:
    return np.minimum((uniforms * slots).astype(np.int64), slots - 1)
