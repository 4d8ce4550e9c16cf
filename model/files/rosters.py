"""Writes and reads rosters as ``roster.csv``: date, staff, shift, counter, and seats where days are planned inside.

A date of the roster on which nobody works is kept as a row without staff whose shift is ``off``.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from model.files.atomic import replace_file
from model.files.build.people import build_roster
from model.files.checks.rosters import check_rows
from model.files.codes import Code
from model.files.findings import Findings
from model.files.handed import read_handed
from model.files.references import check_references
from model.files.rows.people import RosterRow
from model.files.seats_text import seats_text
from model.instance import Instance
from model.problems import Place
from model.roster import Roster
from model.shifts import OFF

COLUMNS = ("date", "staff", "shift", "counter", "seats")


def write_roster(path: Path, roster: Roster) -> None:
    """Write a roster as CSV, ordered by date and person."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    width = len(COLUMNS) if any(one.seats for one in roster.assignments) else len(COLUMNS) - 1
    writer.writerow(COLUMNS[:width])
    writer.writerows(row[:width] for row in _rows(roster))
    replace_file(path, text.getvalue().encode("utf-8"))


def _rows(roster: Roster) -> Iterator[tuple[str, ...]]:
    for day in sorted(roster.dates):
        duties = roster.on(day)
        for one in duties:
            yield day.isoformat(), one.person, one.shift, one.counter, seats_text(one.seats)
        if not duties:
            yield day.isoformat(), "", OFF, "", ""


def read_roster(path: Path, instance: Instance) -> Roster:
    """Read a roster and check it against the staff, shifts and counters of an instance.

    Raises:
        InputError: with every problem of the file.
    """
    findings = Findings()
    lines = read_handed(path, "roster", RosterRow, findings)
    known = {"staff": instance.staff, "shift": instance.shifts, "counter": instance.counters}
    check_references(lines, RosterRow, known, findings)
    # Whoever agreed to be lent may sit at another site.
    lent = {name for name, one in instance.terms.items() if one.lend_minutes is not None}
    homes = {person.id: person.site for person in instance.staff.values() if person.id not in lent}
    counters = {counter.id: counter.site for counter in instance.counters.values()}
    loans = {(one.date, one.person): one.site for one in instance.loans}
    check_rows(lines, instance.shifts, homes, counters, findings, loans)
    roster = build_roster(lines)
    if roster is None:
        findings.add(Code.FILE_EMPTY, Place(path.name))
    findings.raise_errors()
    assert roster is not None
    return roster
