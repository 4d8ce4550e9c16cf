"""Checks a roster against itself: nobody in two places at once, no two people at one counter at one time."""

import itertools
from collections.abc import Mapping, Set
from datetime import date

from model.clock import Interval
from model.files.book import Book, Line, Lines
from model.files.build.people import build_shifts
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.past import LoanRow
from model.files.rows.people import RosterRow, StaffRow
from model.files.rows.places import CounterRow
from model.files.seats_text import seats_text
from model.roster import Seat
from model.shifts import Shift


def check_roster(book: Book, findings: Findings) -> None:
    """Check the workspace's own roster."""
    if "roster" not in book.tables:
        return
    lines: Lines[RosterRow] = book.tables["roster"]  # type: ignore[assignment]
    homes = {row.staff: row.site for row in book.rows("staff", StaffRow)} if book.sound("staff", "counters") else {}
    sites = {row.counter: row.site for row in book.rows("counters", CounterRow)}
    loans = {(row.date, row.staff): row.site for row in book.rows("loans", LoanRow)}
    check_rows(lines, build_shifts(book), homes, sites, findings, loans)


def check_rows(
    lines: Lines[RosterRow],
    shifts: Mapping[str, Shift],
    homes: Mapping[str, str],
    counters: Mapping[str, str],
    findings: Findings,
    loans: Mapping[tuple[date, str], str],
) -> None:
    """Check roster rows; ``homes`` maps staff, ``counters`` counters and ``loans`` dates and staff to their sites."""
    people: dict[tuple[object, str], list[Line[RosterRow]]] = {}
    taken: dict[tuple[object, str], list[tuple[Interval, Line[RosterRow]]]] = {}
    for line in lines.lines:
        row = line.row
        people.setdefault((row.date, row.staff), []).append(line)
        if row.seats and row.shift in shifts:
            sites = {homes.get(row.staff), loans.get((row.date, row.staff))} - {None}
            if not _seats_fit(
                row, shifts[row.shift], {c for c, site in counters.items() if not sites or site in sites}
            ):
                findings.add(Code.SEATS_WRONG, lines.place(line, "seats"), seats_text(row.seats))
        if row.counter and row.shift in shifts:
            for seat in _stretches(row, shifts[row.shift]):
                taken.setdefault((row.date, seat.counter), []).append((seat.interval, line))
            home, site = homes.get(row.staff), counters.get(row.counter)
            lent = loans.get((row.date, row.staff))
            if home is not None and site is not None and site not in (home, lent):
                place = lines.place(line, "counter")
                findings.add(Code.COUNTER_ELSEWHERE, place, row.counter, None, staff=row.staff, site=site, home=home)
    for group in people.values():
        _check_person(lines, group, shifts, findings)
    for held in taken.values():
        _check_seat(lines, held, findings)


def _seats_fit(row: RosterRow, shift: Shift, counters: Set[str]) -> bool:
    """Whether the seats lie inside the shift, none over another, at counters that may be."""
    stretches = [seat.interval for seat in row.seats]
    apart = not any(one.overlaps(two) for one, two in itertools.pairwise(stretches))
    return apart and all(shift.span.covers(one) for one in stretches) and {s.counter for s in row.seats} <= counters


def _stretches(row: RosterRow, shift: Shift) -> list[Seat]:
    return list(row.seats) or [Seat(one, row.counter) for one in shift.work]


def _check_person(
    lines: Lines[RosterRow], group: list[Line[RosterRow]], shifts: Mapping[str, Shift], findings: Findings
) -> None:
    worked = sorted((line for line in group if line.row.shift in shifts), key=lambda one: shifts[one.row.shift].span)
    for one, two in itertools.pairwise(worked):
        if shifts[one.row.shift].span.overlaps(shifts[two.row.shift].span):
            first, last = sorted((one, two), key=lambda line: line.number)
            facts = {"staff": last.row.staff, "date": last.row.date.isoformat(), "other": first.row.shift}
            findings.add(Code.SHIFTS_OVERLAP, lines.place(last, "shift"), last.row.shift, None, **facts)


def _check_seat(lines: Lines[RosterRow], held: list[tuple[Interval, Line[RosterRow]]], findings: Findings) -> None:
    taken = sorted(held, key=lambda one: (one[0], one[1].number))
    for (one, holder), (two, other) in itertools.pairwise(taken):
        if one.overlaps(two) and holder.row.staff != other.row.staff:
            first, last = sorted((holder, other), key=lambda line: line.number)
            facts = {"staff": last.row.staff, "other": first.row.staff, "date": last.row.date.isoformat()}
            findings.add(Code.COUNTER_TAKEN, lines.place(last, "counter"), last.row.counter, None, **facts)
