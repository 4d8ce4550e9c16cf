"""The tallies of one replication: sums and order statistics of its ledger by total, site, service, slot and person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from simulate.columns import visit_columns
from simulate.frame import TABLES, Frame
from simulate.grouping import Groups, group
from simulate.ledger import Ledger, PersonTable
from simulate.queueing import queue_pieces, queue_until_closing
from simulate.rows import NOWHERE, Rows
from simulate.streams import Integers, Mask, Uniforms

Part = Mapping[str, np.ndarray]
"""One table of one replication: key columns as codes, sums and order statistics as numbers."""

ORDER = {"p50": 0.5, "p90": 0.9, "max_wait": 1.0}


@dataclass(frozen=True, slots=True)
class _Visits:
    """The measured visits of a replication: columns, minutes in the queue until closing, and all of them by slot."""

    columns: Mapping[str, Uniforms]
    watched_queue: Uniforms
    pieces: tuple[Integers, Integers, Uniforms]
    measured: Mask
    placed: Mask
    slot: Integers


def tally(frame: Frame, rows: Rows, ledger: Ledger, tables: Collection[str] = TABLES) -> dict[str, Part]:
    """Return the asked tables of a replication."""
    visits = _Visits(
        visit_columns(frame, rows, ledger.visits),
        queue_until_closing(frame, ledger),
        queue_pieces(frame, ledger),
        ledger.visits.arrival >= frame.measure_from * frame.rate,
        ledger.visits.site != NOWHERE,
        np.minimum(ledger.visits.join // (frame.slot_minutes * frame.rate), frame.slots - 1),
    )
    found = {name: _table(frame, ledger, visits, name) for name in TABLES if name in tables and name != "person"}
    return {**found, "person": _person(frame, ledger.people)} if "person" in tables else found


def _table(frame: Frame, ledger: Ledger, visits: _Visits, name: str) -> Part:
    """Return one table of visits; those whom no site serves are in no table by site."""
    kept = visits.measured & visits.placed if name.startswith("site") else visits.measured
    codes = _codes(frame, ledger, name, np.arange(len(visits.slot)), visits.slot)
    where, slot, minutes = visits.pieces
    pieces = _codes(frame, ledger, name, where, slot)
    # A slot may have people waiting although nobody took a ticket in it.
    groups = group(codes[kept], np.concatenate((_always(frame, name), pieces[kept[where]])))
    sums = {column: groups.sums(values[kept]) for column, values in visits.columns.items()}
    waits, called = visits.columns["wait_minutes"][kept], visits.columns["called"][kept] > 0
    queue = _weights(groups, pieces[kept[where]], minutes[kept[where]])
    return {
        **_keys(frame, name, groups.codes),
        **sums,
        "queue_minutes": queue,
        "watched_queue_minutes": queue if name.endswith("slot") else groups.sums(visits.watched_queue[kept]),
        "slot_minutes": _watched(frame, name, groups.codes),
        **groups.quantiles(waits, called, ORDER),
        **(_staff(frame, ledger.people, groups.codes, name) if name in ("total", "site") else {}),
    }


def _weights(groups: Groups, codes: Integers, minutes: Uniforms) -> Uniforms:
    """Return the sum of pieces by group; every code of a piece has a group."""
    return Groups(groups.codes, np.searchsorted(groups.codes, codes)).sums(minutes)


def _codes(frame: Frame, ledger: Ledger, name: str, visit: Integers, slot: Integers) -> Integers:
    """Return the group code of each visit (or piece of one) in a table."""
    table = ledger.visits
    match name:
        case "site":
            return table.site[visit]
        case "service":
            return table.service[visit]
        case "site_service":
            return table.site[visit] * frame.services + table.service[visit]
        case "slot":
            return table.date[visit] * frame.slots + slot
        case "site_slot":
            return (table.site[visit] * frame.dates + table.date[visit]) * frame.slots + slot
        case _:
            return np.zeros(len(visit), np.int64)


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
        case "site" | "service":
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
    place = _keys(frame, name, codes).get("site", np.full(len(codes), -1))
    return np.array([frame.watched[int(at)] for at in place], np.float64)


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
