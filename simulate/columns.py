"""What every visit adds to the tallies: one column of numbers for each sum."""

import numpy as np

from simulate.frame import Frame
from simulate.ledger import VisitTable
from simulate.rows import NOWHERE, Rows
from simulate.streams import Uniforms
from simulate.ticks import NEVER
from simulate.visits import Outcome


def visit_columns(frame: Frame, rows: Rows, visits: VisitTable) -> dict[str, Uniforms]:
    """Return the columns, zero for visits of the warm-up; minutes where the name says so.

    ``counted`` is the denominator of the shares called in time: everyone who took a ticket. So a citizen who leaves
    or is sent home before being called counts as not called in time; one turned away at the door is not counted.
    Journeys are one way and belong to everyone who came to a site, turned away or not.
    """
    measured = visits.arrival >= frame.measure_from * frame.rate
    came = measured & (visits.outcome != Outcome.NO_SHOW)
    ticket = came & (visits.outcome != Outcome.TURNED_AWAY)
    called = ticket & (visits.call != NEVER)
    travelled = came & (visits.site != NOWHERE)
    wait = (visits.call - visits.join) / frame.rate
    columns = {
        "arrivals": came,
        "served": came & (visits.outcome == Outcome.SERVED),
        "left": came & (visits.outcome == Outcome.LEFT),
        "turned_away": came & (visits.outcome == Outcome.TURNED_AWAY),
        "unserved": came & (visits.outcome == Outcome.UNSERVED),
        "no_show": measured & (visits.outcome == Outcome.NO_SHOW),
        "wait_minutes": np.where(called, wait, 0.0),
        "called": called,
        "within": called & (wait <= frame.within[visits.service]),
        "counted": ticket,
        "within15": called & (wait <= 15),
        "within30": called & (wait <= 30),
        "door_minutes": np.where(ticket, (visits.join - visits.arrival) / frame.rate, 0.0),
        "travel_km": np.where(travelled, rows.kilometres[visits.row], 0.0),
        "travel_minutes": np.where(travelled, rows.minutes[visits.row], 0.0),
        "visitors": travelled,
    }
    return {name: column.astype(np.float64) for name, column in columns.items()}
