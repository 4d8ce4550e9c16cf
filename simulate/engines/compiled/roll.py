"""What is known of the staff during a day, as arrays."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from simulate.staffing import Speeds
from simulate.streams import Integers

# Places in ``simulate.staffing.POLICIES``.
FIXED_END, WAIT, PREEMPT = 0, 1, 2
# Who swaps breaks: nobody, who is idle, who is free first.
NO_SWAP, IDLE_SWAPS, FIRST_FREE = 0, 1, 2
# Places in ``tally``.
IDLE, PRESENT, EXPECTED, STAYING, KINDS = 0, 1, 2, 3, 4
Flags = npt.NDArray[np.int8]


class Crew(NamedTuple):
    """The servers of a day by id; ``last`` is the number of the last stretch of work of each.

    ``role`` is whose plan each works, ``holder`` who works each plan: their own, until breaks are swapped (``swap``).
    ``taken`` is since when, ``over`` the overtime by the plans worked before.

    ``ended`` says that the last stretch is over, ``finish`` is when the present service ends, ``back`` when an owed
    break ends, ``coming`` whether someone comes back then. ``idle`` lists the idle in no order, ``spot`` is each one's
    place in the list (``NEVER``: not idle).

    Nothing but idleness tells people of one ``kind`` apart when someone is chosen: they are eligible alike for each
    queue (``preference`` of the kind's ``model``) and hold as many skills. The idle of a kind are a heap in ``rows``
    from ``row`` on, the next to be chosen first; ``many`` are idle of each kind, and ``kinds`` lists, with ``place``
    as its index, the kinds of which someone is.
    """

    policy: Integers
    delay: Integers
    serve_out: int
    fewest: int
    swap: int
    closing: int
    role: Integers
    holder: Integers
    begin: Integers
    end: Integers
    breadth: Integers
    preference: Integers
    speed: Speeds
    last: Integers
    bits: int
    kind: Integers
    model: Integers
    row: Integers
    rows: Integers
    many: Integers
    kinds: Integers
    place: Integers
    idle: Integers
    spot: Integers
    on: Flags
    staying: Flags
    ended: Flags
    coming: Flags
    serving: Integers
    finish: Integers
    idle_since: Integers
    began: Integers
    came: Integers
    went: Integers
    taken: Integers
    over: Integers
    limit: Integers
    owed: Integers
    back: Integers
    busy: Integers
    duty: Integers
    tally: Integers
