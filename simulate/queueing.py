"""How long people stand in the queue, and in which slot of the day they do it."""

import numpy as np

from simulate.frame import Frame
from simulate.ledger import Ledger
from simulate.streams import Integers, Uniforms

Stretches = tuple[Integers, Integers, Integers]
"""Stretches of waiting: place of the visit, from, until (ticks)."""


def queue_until_closing(frame: Frame, ledger: Ledger, stretches: Stretches) -> Uniforms:
    """Return the minutes each measured visit spends in the queue while the door is not yet closed for the day.

    Waits after an interruption are included. A mean queue from opening to closing must not hold the people who are
    served out afterwards.
    """
    visit, begin, end = stretches
    closing = frame.closing[ledger.visits.date[visit], ledger.visits.site[visit]]
    inside = np.maximum(np.minimum(end, closing) - begin, 0)
    minutes = np.bincount(visit, weights=inside / frame.rate, minlength=len(ledger.visits.row))
    return minutes.astype(np.float64)


def queue_pieces(frame: Frame, stretches: Stretches) -> tuple[Integers, Integers, Uniforms]:
    """Cut all waiting into slots: (place of the visit, slot, minutes of it in that slot)."""
    visit, begin, end = stretches
    length = frame.slot_minutes * frame.rate
    first = begin // length
    many = (end - 1) // length - first + 1
    piece = np.repeat(np.arange(len(visit)), many)
    slot = first[piece] + np.arange(len(piece)) - np.repeat(np.cumsum(many) - many, many)
    inside = np.minimum(end[piece], (slot + 1) * length) - np.maximum(begin[piece], slot * length)
    return visit[piece], np.minimum(slot, frame.slots - 1), inside / frame.rate


def stretches_of(frame: Frame, ledger: Ledger) -> Stretches:
    """Return every stretch of waiting of measured visits."""
    visits, again = ledger.visits, ledger.again
    visit = np.concatenate((np.arange(len(visits.row)), again.visit))
    begin, end = np.concatenate((visits.join, again.begin)), np.concatenate((visits.out, again.end))
    kept = (end > begin) & (visits.arrival[visit] >= frame.measure_from * frame.rate)
    return visit[kept], begin[kept], end[kept]
