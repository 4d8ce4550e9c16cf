"""What every visit adds to the tallies: one column of numbers for each sum."""

import numpy as np

from simulate.frame import Frame
from simulate.ledger import VisitTable
from simulate.papers import COMES_BACK
from simulate.rows import NOWHERE, Rows
from simulate.streams import Mask, Uniforms
from simulate.ticks import NEVER
from simulate.visits import Outcome

# As plain integers: comparing an array with a member of an enumeration takes longer than the comparison.
SERVED, LEFT, TURNED_AWAY = int(Outcome.SERVED), int(Outcome.LEFT), int(Outcome.TURNED_AWAY)
UNSERVED, NO_SHOW, BALKED = int(Outcome.UNSERVED), int(Outcome.NO_SHOW), int(Outcome.BALKED)


WATCHED = "watched_queue_minutes"
"""The last column: filled in by who knows when the doors close."""
NAMES = (
    *("arrivals", "served", "left", "balked", "turned_away", "unserved", "no_show", "wait_minutes"),
    *("called", "counted", "tickets", "door_minutes", "travel_km", "travel_minutes", "visitors", "returned"),
    *("within", "left_within", "within15", "left_within15", "within30", "left_within30", WATCHED),
)
"""The columns in their order, which compiled code knows by place."""


def visit_columns(frame: Frame, rows: Rows, visits: VisitTable) -> Uniforms:
    """Return the values of ``NAMES`` (visits x columns), the last zero; minutes where the name says so.

    ``counted`` is everyone who came inside; one turned away at the door is not counted. Who took no ticket because of
    the wait shown has ``left`` and is ``balked`` too; ``tickets`` are the others counted. ``left_within`` (``…15``,
    ``…30``) left before the target was over: the conventions for those who leave differ in what they do
    with them. Journeys are one way and belong to everyone who came to a site, turned away or not.
    """
    outcome = visits.outcome
    no_show, balked = outcome == NO_SHOW, outcome == BALKED
    left = (outcome == LEFT) | balked
    came = ~no_show
    ticket = came & (outcome != TURNED_AWAY)
    called = ticket & (visits.call != NEVER)
    travelled = came & (visits.site != NOWHERE) & (visits.stage == 0)
    # Until the call, or until leaving without one.
    wait = (visits.out - visits.join) / frame.rate
    columns = {
        "arrivals": came,
        "served": outcome == SERVED,
        "left": left,
        "balked": balked,
        "turned_away": outcome == TURNED_AWAY,
        "unserved": outcome == UNSERVED,
        "no_show": no_show,
        "wait_minutes": np.where(called, wait, 0.0),
        "called": called,
        "counted": ticket,
        "tickets": ticket & ~balked,
        "door_minutes": np.where(ticket, (visits.join - visits.arrival) / frame.rate, 0.0),
        "travel_km": np.where(travelled, rows.kilometres[visits.row], 0.0),
        "travel_minutes": np.where(travelled, rows.minutes[visits.row], 0.0),
        "visitors": travelled,
        "returned": came & _returned(rows, visits),
    }
    for name, minutes in (("within", frame.within[visits.service]), ("within15", 15.0), ("within30", 30.0)):
        soon = wait <= minutes
        columns |= {name: called & soon, f"left_{name}": left & soon}
    values = np.zeros((len(outcome), len(NAMES)))
    for name, column in columns.items():
        values[:, NAMES.index(name)] = column
    return values


def _returned(rows: Rows, visits: VisitTable) -> Mask:
    """Return who comes because papers were missing before: on an earlier date, or earlier on this one."""
    later = (visits.number >= COMES_BACK) & (visits.stage == 0)
    return np.asarray(later | (visits.stage == 1) if rows.same_day else later, np.bool_)
