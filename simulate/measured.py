"""The visits that are measured, and their tables by whole arrays, as without a compiler."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields

import numpy as np

from simulate.columns import NAMES, WATCHED, visit_columns
from simulate.frame import Frame
from simulate.grouping import Columns, Groups, ranked, tabulate
from simulate.layout import ORDER, SHARES, WITH_STAFF, always, weights
from simulate.ledger import Ledger, PersonTable, VisitTable
from simulate.queueing import queue_pieces, queue_until_closing, stretches_of
from simulate.rows import NOWHERE, Rows
from simulate.streams import Integers, Mask, Uniforms
from simulate.ticks import NEVER

Part = Mapping[str, np.ndarray]
"""One table of one replication: key columns as codes, sums and order statistics as numbers."""


@dataclass(frozen=True, slots=True)
class _Visits:
    """The measured visits of a replication.

    ``values`` are their columns and, last, their minutes in the queue until closing; ``waits`` ticks until the
    call and ``ranking`` those called in the order of them; ``pieces`` are the stretches of waiting cut into slots:
    (place among the measured visits, slot, minutes).
    """

    values: Uniforms
    waits: Integers
    ranking: Integers
    pieces: tuple[Integers, Integers, Uniforms]
    table: VisitTable
    slot: Integers


def tabulated(frame: Frame, rows: Rows, ledger: Ledger, names: Collection[str]) -> dict[str, Part]:
    """Return the named tables of the visits of a replication."""
    if not names:
        return {}
    visits = _measured(frame, rows, ledger)
    placed = _placed(visits)
    return {name: _table(frame, ledger.people, placed if name.startswith("site") else visits, name) for name in names}


def _measured(frame: Frame, rows: Rows, ledger: Ledger) -> _Visits:
    """Return the visits that are counted: all who came after the warm-up."""
    table = ledger.visits
    values = visit_columns(frame, rows, table)
    stretches = stretches_of(frame, ledger)
    values[:, -1] = queue_until_closing(frame, ledger, stretches)
    visits = _Visits(
        values,
        table.call - table.join,
        ranked(table.call - table.join, table.call != NEVER),
        queue_pieces(frame, stretches),
        table,
        np.minimum(table.join // (frame.slot_minutes * frame.rate), frame.slots - 1),
    )
    return _chosen(visits, table.arrival >= frame.measure_from * frame.rate)


def _placed(visits: _Visits) -> _Visits:
    """Return the visits that are in the tables by site: those whom some site serves."""
    return _chosen(visits, visits.table.site != NOWHERE)


def _chosen(visits: _Visits, kept: Mask) -> _Visits:
    """Return some of the visits and of the pieces of their waits."""
    if kept.all():
        return visits
    place = np.cumsum(kept) - 1
    where, slot, minutes = visits.pieces
    stays = kept[where]
    return _Visits(
        visits.values[kept],
        visits.waits[kept],
        place[visits.ranking[kept[visits.ranking]]],
        (place[where[stays]], slot[stays], minutes[stays]),
        VisitTable(**{one.name: getattr(visits.table, one.name)[kept] for one in fields(VisitTable)}),
        visits.slot[kept],
    )


def _table(frame: Frame, people: PersonTable, visits: _Visits, name: str) -> Part:
    """Return one table of visits; those whom no site serves are in no table by site."""
    codes = _codes(frame, visits.table, name, visits.slot)
    where, slot, minutes = visits.pieces
    # Waiting belongs to the slots in which it is spent, of which some may have no ticket taken.
    aside = _codes(frame, visits.table, name, slot, where)
    rows = Columns(codes, always(frame, name), visits.values, visits.ranking, visits.waits, SHARES, (aside, minutes))
    groups = tabulate(rows)
    sums = dict(zip(NAMES, np.ascontiguousarray(groups.table.T), strict=True))
    watched = sums.pop(WATCHED)
    return {
        **_keys(frame, name, groups.codes),
        **sums,
        "queue_minutes": groups.pieces,
        "watched_queue_minutes": groups.pieces if name.endswith("slot") else watched,
        "slot_minutes": _watched(frame, name, groups.codes),
        **{key: ticks / frame.rate for key, ticks in zip(ORDER, groups.statistics, strict=True)},
        **(_staff(frame, people, groups.codes, name) if name in WITH_STAFF else {}),
    }


def _codes(
    frame: Frame, table: VisitTable, name: str, slot: Integers, visit: Integers | slice = slice(None)
) -> Integers:
    """Return the group code of each visit (or piece of one) in a table; pieces are in slots of their own."""
    site, service, group, date, of_slot, _ = weights(frame, name)
    codes = slot * of_slot  # A new array, to be added to.
    for weight, column in ((site, table.site), (service, table.service), (group, table.group), (date, table.date)):
        if weight:
            codes += weight * column[visit]
    return codes


def _keys(frame: Frame, name: str, codes: Integers) -> dict[str, Integers]:
    """Take the codes of a table apart into its key columns."""
    minute = codes % frame.slots * frame.slot_minutes
    match name:
        case "site" | "service" | "class":
            return {name: codes}
        case "site_service":
            return {"site": codes // frame.services, "service": codes % frame.services}
        case "slot":
            return {"date": codes // frame.slots, "slot": minute}
        case "site_slot":
            place = codes // frame.slots
            return {"site": place // frame.dates, "date": place % frame.dates, "slot": minute}
        case _:
            return {}


def _watched(frame: Frame, name: str, codes: Integers) -> Uniforms:
    """Return the minutes over which the queue of each group is averaged."""
    if name.endswith("slot"):
        return np.full(len(codes), float(frame.slot_minutes))
    if name in ("total", "service", "class"):
        return np.full(len(codes), frame.watched[-1])
    place = _keys(frame, name, codes)["site"]
    return np.array([frame.watched[at] for at in place.tolist()], np.float64)


def _staff(frame: Frame, people: PersonTable, codes: Integers, name: str) -> dict[str, Uniforms]:
    """Return the minutes and the number of the staff, by site or in all (someone lent counts once)."""
    by_site = name == "site"
    worked = Groups(codes, np.searchsorted(codes, people.site) if by_site else np.zeros_like(people.site))
    return {
        "duty_minutes": worked.sums(people.duty / frame.rate),
        "busy_minutes": worked.sums(people.busy / frame.rate),
        "overtime_minutes": worked.sums(people.overtime / frame.rate),
        **heads(frame, codes, name),
    }


def heads(frame: Frame, codes: Integers, name: str) -> dict[str, Uniforms]:
    """Return how many people are on the staff and on how many dates they had no counter, by site or in all."""
    by_site = name == "site"
    listed = Groups(codes, np.searchsorted(codes, frame.person_site) if by_site else np.zeros_like(frame.person_site))
    many = listed.sums(np.ones(len(frame.person))) if by_site else np.array([float(len(np.unique(frame.person)))])
    return {"staff": many, "unplaced": listed.sums(frame.unplaced)}
