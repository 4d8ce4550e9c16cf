"""Those whose papers were missing and who come back another day: drawn from the day they came first."""

from datetime import date, timedelta

import numpy as np

from model.instance import Instance
from model.services import VisitType
from simulate.habits import profile_minutes
from simulate.rows import VISITS, Rows
from simulate.streams import Integers, Mask, Purpose, Stream

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


def lacking(instance: Instance, rows: Rows, stream: Stream, row: Integers, number: Integers) -> tuple[Integers, Mask]:
    """Return the places of those who come on the stream's date and lack papers, and who of them is back the same day.

    Nobody is sent back twice.
    """
    shares = np.array([one.papers_missing for one in instance.services.values()])
    share = np.where(rows.visit == VISITS.index(VisitType.SUBMIT), shares[rows.service], 0.0)[row]
    mine = np.flatnonzero((share > 0) & (number < COMES_BACK))
    luck, choice = stream.pair(Purpose.PAPERS, rows.key[row[mine]], number[mine])
    who, wish = mine[luck < share[mine]], choice[luck < share[mine]]
    return who, (wish < instance.settings.papers_same_day) & _in_time(instance, rows, stream, row[who], number[who])


def _in_time(instance: Instance, rows: Rows, stream: Stream, row: Integers, number: Integers) -> Mask:
    """Return who can be back before their site closes for the day, going by the time of day of their profile.

    The day is not played yet, so that the wait before the first visit is not known.
    """
    sessions = [instance.opening(site, stream.day) for site in instance.sites]
    # A place before the first is the last: nobody is back at no site.
    last = np.array([*(max((one.end for one in day), default=0) for day in sessions), 0])[rows.site[row]]
    when, _ = stream.pair(Purpose.ARRIVAL_AND_WORK, rows.key[row], number)
    return profile_minutes(rows.habits, rows.service[row], when) + instance.settings.papers_minutes < last


def sent_back(instance: Instance, rows: Rows, stream: Stream, row: Integers, number: Integers) -> tuple[Integers, ...]:
    """Return the rows and numbers of those who came on the stream's date, lacked papers and come back on a later one.

    Whether somebody was really served on the first day is not asked: who gave up comes back as well.
    """
    who, soon = lacking(instance, rows, stream, row, number)
    back = who[~soon]
    return row[back], number[back] + COMES_BACK
