"""Which visit belongs to which group of which table: the code of a group is a weighted sum of its keys."""

import numpy as np

from simulate.frame import Frame
from simulate.streams import Integers

ORDER = {"p50": 0.5, "p90": 0.9, "max_wait": 1.0}
"""Order statistics of the waits of those called: the share of them that waits no longer."""
SHARES = np.array(list(ORDER.values()))
BROADER = {"site": "total", "site_service": "service", "site_slot": "slot"}
"""The tables that say the same of all sites together."""
WITH_STAFF = ("total", "site")
KEYS = ("site", "service", "class", "date", "slot")
NOTHING = np.zeros(0, np.int64)


def weights(frame: Frame, name: str) -> tuple[int, ...]:
    """Return what site, service, class, date and slot of a visit weigh in the code of its group in a table.

    The last is 1 where those whom no site serves are left out.
    """
    return {
        "site": (1, 0, 0, 0, 0, 1),
        "service": (0, 1, 0, 0, 0, 0),
        "class": (0, 0, 1, 0, 0, 0),
        "site_service": (frame.services, 1, 0, 0, 0, 1),
        "slot": (0, 0, 0, frame.slots, 1, 0),
        "site_slot": (frame.dates * frame.slots, 0, 0, frame.slots, 1, 1),
    }.get(name, (0, 0, 0, 0, 0, 0))


def always(frame: Frame, name: str) -> Integers:
    """Return the groups a table has even when nobody comes; the large tables hold only what happened."""
    everywhere = {
        "total": np.zeros(1, np.int64),
        "site": frame.sites,
        "service": np.arange(frame.services),
        "slot": frame.open_slots,
    }
    return everywhere.get(name, NOTHING)
