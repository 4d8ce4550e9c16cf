"""Builds what contracts say of the order of days and shifts."""

from collections.abc import Mapping

from model.files.book import Book
from model.files.rows.contracts import PatternRow, ShiftLimitRow, SuccessionRow
from model.pattern import Pattern, ShiftLimit


def build_patterns(book: Book) -> dict[str, Pattern]:
    """Return the patterns by person, hours as minutes; those with limits on shifts alone among them."""
    rows = {row.staff: row for row in book.rows("patterns", PatternRow)}
    limits: dict[str, dict[str, ShiftLimit]] = {}
    for one in book.rows("shift_limits", ShiftLimitRow):
        limits.setdefault(one.staff, {})[one.shift] = ShiftLimit(one.least, one.most)
    return {name: _pattern(rows.get(name), limits.get(name, {})) for name in [*rows, *(limits.keys() - rows.keys())]}


def _pattern(row: PatternRow | None, shifts: Mapping[str, ShiftLimit]) -> Pattern:
    if row is None:
        return Pattern(shifts=shifts)
    return Pattern(
        min_minutes=None if row.min_hours is None else round(60 * row.min_hours),
        max_minutes=None if row.max_hours is None else round(60 * row.max_hours),
        max_run=row.max_days_on_end,
        min_run=row.min_days_on_end,
        min_days_off=row.min_days_off,
        max_weekends=row.max_weekends,
        shifts=shifts,
    )


def build_successions(book: Book) -> dict[str, frozenset[str]]:
    """Return by shift the shifts that must not follow it."""
    found: dict[str, set[str]] = {}
    for row in book.rows("successions", SuccessionRow):
        found.setdefault(row.shift, set()).add(row.not_before)
    return {shift: frozenset(then) for shift, then in found.items()}
