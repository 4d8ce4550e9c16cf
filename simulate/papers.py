"""Those whose papers were missing and who come back another day: drawn from the day they came first."""

from datetime import date, timedelta

import numpy as np

from model.instance import Instance
from model.services import VisitType
from simulate.rows import VISITS, Rows
from simulate.streams import Integers, Purpose, Stream

# A visit that comes back keeps the name of the first, moved on by this much; below the bits of the stages.
COMES_BACK = 1 << 25
# A year without a worked day before a date means that there is none.
FARTHEST = 366


def day_before(instance: Instance, day: date) -> date | None:
    """Return the date ``papers_days`` worked days before a date, None where there is none within a year."""
    left = instance.settings.papers_days
    for back in range(1, FARTHEST):
        earlier = day - timedelta(days=back)
        left -= instance.calendar.kind(earlier).worked
        if not left:
            return earlier
    return None


def sent_back(instance: Instance, rows: Rows, stream: Stream, row: Integers, number: Integers) -> tuple[Integers, ...]:
    """Return the rows and numbers of those who came on the stream's date, lacked papers and come back later.

    Whether somebody was really served on the first day is not asked: who gave up comes back as well.
    """
    shares = np.array([one.papers_missing for one in instance.services.values()])
    share = np.where(rows.visit == VISITS.index(VisitType.SUBMIT), shares[rows.service], 0.0)[row]
    mine = np.flatnonzero(share > 0)
    luck, _ = stream.pair(Purpose.PAPERS, rows.key[row[mine]], number[mine])
    back = mine[luck < share[mine]]
    return row[back], number[back] + COMES_BACK
