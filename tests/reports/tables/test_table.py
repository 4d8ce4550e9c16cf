"""A table is plain numbers for machines and words for people."""

from reports.phrase import Phrase
from reports.tables.kinds import Estimate, Kind, Spread, Typed
from reports.tables.table import Column, Table, filled, numbers

CAPTION = Phrase("report.table.comparison")


def test_an_estimate_becomes_value_and_half_width_and_a_change_value_low_and_high():
    found = Estimate(2.0, 1.5, 2.5)
    half, change = Column("mean_wait", Kind.NUMBER, 1, Spread.HALF), Column("change", Kind.NUMBER, 1, Spread.CHANGE)
    assert dict(zip(half.keys, numbers(found, half), strict=True)) == {"mean_wait": 2.0, "mean_wait_half": 0.5}
    assert numbers(found, change) == (2.0, 1.5, 2.5)
    assert change.keys == ("change", "change_low", "change_high")
    assert numbers(None, change) == (None, None, None)


def test_percentage_points_are_a_hundred_times_a_difference_of_shares():
    column = Column("change", Kind.NUMBER, 1, Spread.CHANGE)
    assert numbers(Typed(Estimate(0.25, 0.125, 0.5), Kind.POINTS, 1), column) == (25.0, 12.5, 50.0)


def test_empty_and_missing_tables_are_left_out():
    empty = Table("comparison", (Column("scenario"),), (), CAPTION)
    full = Table("comparison", (Column("scenario"),), (("S0",),), CAPTION)
    assert filled([None, empty, full]) == (full,)
