"""The tallies of one replication: sums and order statistics of its ledger by total, site, service, slot and person."""

from collections.abc import Collection

import numpy as np

from simulate.frame import TABLES, Frame
from simulate.grouping import Groups
from simulate.ledger import Ledger, PersonTable
from simulate.measured import Part, tabulated
from simulate.measured_at_once import tabulated_at_once
from simulate.rows import Rows


def tally(frame: Frame, rows: Rows, ledger: Ledger, tables: Collection[str] = TABLES) -> dict[str, Part]:
    """Return the asked tables of a replication: compiled where that can be, else by whole arrays."""
    asked = tuple(name for name in TABLES if name in tables and name != "person")
    found = tabulated_at_once(frame, rows, ledger, asked)
    found |= tabulated(frame, rows, ledger, [name for name in asked if name not in found])
    ordered = {name: found[name] for name in asked}
    return {**ordered, "person": _person(frame, ledger.people)} if "person" in tables else ordered


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
