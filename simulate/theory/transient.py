"""The exact M(t)/M/s(t) day: how long one waits when arrivals and staff change by the slot.

The law of the room is carried forward by uniformisation; a citizen's wait is that of a tagged citizen who sees
only those ahead. Source: W. K. Grassmann (1977); A. Ingolfsson et al., *INFORMS Journal on Computing* 19 (2007).
"""

from dataclasses import dataclass, field

import numpy as np

from simulate.theory.checks import require_not_negative
from simulate.theory.room import laws_at, room_for
from simulate.theory.shift_chain import Chain
from simulate.theory.shift_day import ShiftDay
from simulate.theory.tagged import minutes_left, share_late
from simulate.theory.uniformisation import Floats, carry


@dataclass(frozen=True, slots=True)
class DayWaits:
    """The exact waits of a day: one value for each slot (by time of arrival), and for the whole day.

    ``late`` is the share that waits longer than the day's ``within``, ``delayed`` the share that waits at all,
    ``mean_wait`` and ``mean_clear_time`` (closing time until the room is empty) are minutes, ``in_system`` is the mean
    number waiting or in service at the end of the slot. ``lost`` is the probability cut off with long queues.
    """

    late: Floats
    mean_wait: Floats
    delayed: Floats
    in_system: Floats
    late_day: float
    mean_wait_day: float
    mean_clear_time: float
    lost: float
    _chain: Chain = field(repr=False)
    _closing: Floats = field(repr=False)
    _last_servers: int = field(repr=False)

    def open_after(self, minutes: float) -> float:
        """Return the chance that somebody is still inside ``minutes`` after the door has closed."""
        require_not_negative(minutes=minutes)
        step = self._chain.forward(0.0, self._last_servers)
        after = carry(self._closing, step, self._chain.pace(0.0, self._last_servers) * minutes)
        return float(after.sum() - after[0, 0])


def solve_day(day: ShiftDay) -> DayWaits:
    """Return the exact waits of ``day``, good to about 1e-9."""
    room = room_for(day)
    one = room.for_one_waiting()
    parts = [day.instants(slot) for slot in range(len(day.servers))]
    instants = [minutes for minutes, _ in parts]
    lefts = minutes_left(day, one, instants)
    late, mean_wait, delayed, in_system = [], [], [], []
    closing = np.zeros(0)
    for slot, laws in enumerate(laws_at(day, room, instants)):
        closing, shares, waiting = laws[-1], np.array(parts[slot][1]), one.waiting(day.servers[slot])
        met = [room.seen_by_one_waiting(law) for law in laws[:-1]]
        late.append(shares @ [share_late(day, one, *seen) for seen in zip(instants[slot], met, strict=True)])
        mean_wait.append(shares @ [(law * left).sum() for law, left in zip(met, lefts[slot], strict=True)])
        delayed.append(shares @ [(law * waiting).sum() for law in met])
        in_system.append((closing * room.people).sum())
    weights = np.array(day.arrivals) / (sum(day.arrivals) or 1.0)
    return DayWaits(
        late=np.array(late),
        mean_wait=np.array(mean_wait),
        delayed=np.array(delayed),
        in_system=np.array(in_system),
        late_day=float(weights @ late),
        mean_wait_day=float(weights @ mean_wait),
        mean_clear_time=float((closing * room.expected_minutes(day.servers[-1], room.people > 0)).sum()),
        lost=float(1 - closing.sum()),
        _chain=room,
        _closing=closing,
        _last_servers=day.servers[-1],
    )
