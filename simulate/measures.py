"""The tallies of one replication: sums and order statistics of its ledger by total, site, service, slot and person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields

import numpy as np

from simulate.columns import WATCHED, visit_columns
from simulate.frame import TABLES, Frame
from simulate.grouping import Columns, Groups, ranked, tabulate
from simulate.ledger import Ledger, PersonTable, VisitTable
from simulate.queueing import queue_pieces, queue_until_closing, stretches_of
from simulate.rows import NOWHERE, Rows
from simulate.streams import Integers, Mask, Uniforms
from simulate.ticks import NEVER

Part = Mapping[str, np.ndarray]
"""One table of one replication: key columns as codes, sums and order statistics as numbers."""

ORDER = {"p50": 0.5, "p90": 0.9, "max_wait": 1.0}
SHARES = np.array(list(ORDER.values()))
BROADER = {"site": "total", "site_service": "service", "site_slot": "slot"}
"""The tables that say the same of all sites together."""


@dataclass(frozen=True, slots=True)
class _Visits:
    """The measured visits of a replication.

    ``values`` are their columns and, last, their minutes in the queue until closing; ``waits`` ticks until the
    call and ``ranking`` those called in the order of them; ``pieces`` are the stretches of waiting cut into slots:
    (place among the measured visits, slot, minutes).
    """

    names: tuple[str, ...]
    values: Uniforms
    waits: Integers
    ranking: Integers
    pieces: tuple[Integers, Integers, Uniforms]
    table: VisitTable
    slot: Integers


def tally(frame: Frame, rows: Rows, ledger: Ledger, tables: Collection[str] = TABLES) -> dict[str, Part]:
    """Return the asked tables of a replication."""
    visits = _measured(frame, rows, ledger)
    placed = _placed(visits)
    found: dict[str, Part] = {}
    for name in TABLES:
        if name in tables and name != "person":
            broad = BROADER.get(name, "")
            alone = len(frame.sites) == 1 and placed is visits and broad in found
            mine = placed if name.startswith("site") else visits
            found[name] = _of_one_site(frame, found[broad], name) if alone else _table(frame, ledger.people, mine, name)
    ordered = {name: found[name] for name in TABLES if name in found}
    return {**ordered, "person": _person(frame, ledger.people)} if "person" in tables else ordered


def _of_one_site(frame: Frame, broad: Part, name: str) -> Part:
    """Return a table by site where there is but one: the broader table, without the rows in which nothing happened."""
    rows = np.ones(len(broad["arrivals"]), np.bool_)
    if name != "site":
        rows = (broad["arrivals"] > 0) | (broad["no_show"] > 0) | (broad["queue_minutes"] > 0)
    kept = {column: values[rows] for column, values in broad.items()}
    return {"site": np.full(len(kept["arrivals"]), frame.sites[0]), **kept}


def _measured(frame: Frame, rows: Rows, ledger: Ledger) -> _Visits:
    """Return the visits that are counted: all who came after the warm-up."""
    table = ledger.visits
    names, values = visit_columns(frame, rows, table)
    stretches = stretches_of(frame, ledger)
    values[:, -1] = queue_until_closing(frame, ledger, stretches)
    visits = _Visits(
        names,
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
        visits.names,
        visits.values[kept],
        visits.waits[kept],
        place[visits.ranking[kept[visits.ranking]]],
        (place[where[stays]], slot[stays], minutes[stays]),
        VisitTable(**{one.name: getattr(visits.table, one.name)[kept] for one in fields(VisitTable)}),
        visits.slot[kept],
    )


def _table(frame: Frame, people: PersonTable, visits: _Visits, name: str) -> Part:
    """Return one table of visits; those whom no site serves are in no table by site."""
    codes = _codes(frame, visits.table, name, slice(None), visits.slot)
    where, slot, minutes = visits.pieces
    # Waiting belongs to the slots in which it is spent, of which some may have no ticket taken.
    pieces = (_codes(frame, visits.table, name, where, slot), minutes)
    always = _always(frame, name)
    groups = tabulate(Columns(codes, always, visits.values, visits.ranking, visits.waits, SHARES, pieces))
    sums = dict(zip(visits.names, np.ascontiguousarray(groups.table.T), strict=True))
    watched = sums.pop(WATCHED)
    return {
        **_keys(frame, name, groups.codes),
        **sums,
        "queue_minutes": groups.pieces,
        "watched_queue_minutes": groups.pieces if name.endswith("slot") else watched,
        "slot_minutes": _watched(frame, name, groups.codes),
        **{key: ticks / frame.rate for key, ticks in zip(ORDER, groups.statistics, strict=True)},
        **(_staff(frame, people, groups.codes, name) if name in ("total", "site") else {}),
    }


def _codes(frame: Frame, table: VisitTable, name: str, visit: Integers | slice, slot: Integers) -> Integers:
    """Return the group code of each visit (or piece of one) in a table."""
    match name:
        case "site":
            return table.site[visit]
        case "service":
            return table.service[visit]
        case "class":
            return table.group[visit]
        case "site_service":
            return table.site[visit] * frame.services + table.service[visit]
        case "slot":
            return table.date[visit] * frame.slots + slot
        case "site_slot":
            return (table.site[visit] * frame.dates + table.date[visit]) * frame.slots + slot
        case _:
            return np.zeros(len(slot), np.int64)


def _always(frame: Frame, name: str) -> Integers:
    """Return the groups a table has even when nobody comes; the large tables hold only what happened."""
    everywhere = {
        "total": np.zeros(1, np.int64),
        "site": frame.sites,
        "service": np.arange(frame.services),
        "slot": frame.open_slots,
    }
    return everywhere.get(name, np.zeros(0, np.int64))


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
    listed = Groups(codes, np.searchsorted(codes, frame.person_site) if by_site else np.zeros_like(frame.person_site))
    heads = listed.sums(np.ones(len(frame.person))) if by_site else np.array([float(len(np.unique(frame.person)))])
    return {
        "duty_minutes": worked.sums(people.duty / frame.rate),
        "busy_minutes": worked.sums(people.busy / frame.rate),
        "overtime_minutes": worked.sums(people.overtime / frame.rate),
        "staff": heads,
        "unplaced": listed.sums(frame.unplaced),
    }


def _person(frame: Frame, people: PersonTable) -> Part:
    """Return a row for everyone on shift at a site, those without a counter included."""
    wide = int(frame.person.max(initial=0)) + 1
    codes = frame.person_site * wide + frame.person
    groups = Groups(codes, np.searchsorted(codes, people.site * wide + people.person))
    return {
        "site": frame.person_site,
        "person": frame.person,
        "duty_minutes": groups.sums(people.duty / frame.rate),
        "busy_minutes": groups.sums(people.busy / frame.rate),
        "overtime_minutes": groups.sums(people.overtime / frame.rate),
        "served": groups.sums(people.served.astype(np.float64)),
        "staff": np.ones(len(codes)),
        "unplaced": frame.unplaced,
    }
