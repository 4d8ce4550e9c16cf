"""Cells are written as people of each language read them."""

import math
from datetime import date

import pytest

from model.figures import Name
from reports.phrase import Phrase
from reports.tables.kinds import Estimate, Kind, Spread, Typed, written

WAIT = Estimate(23.44, 22.84, 24.04)


@pytest.mark.parametrize(
    ("cell", "kind", "digits", "lang", "text"),
    [
        (1234.5, Kind.NUMBER, 1, "vi", "1.234,5"),
        (1234.5, Kind.NUMBER, 1, "en", "1,234.5"),
        (0.582, Kind.PERCENT, 1, "vi", "58,2%"),
        (-0.0292, Kind.POINTS, 1, "vi", "−2,9"),
        (510, Kind.CLOCK, 0, "vi", "08:30"),
        (date(2026, 12, 2), Kind.DATE, 0, "vi", "02/12/2026"),
        (date(2026, 12, 2), Kind.DATE, 0, "en", "2 Dec 2026"),
        (math.nan, Kind.NUMBER, 1, "vi", "–"),
        (None, Kind.TEXT, 0, "vi", "–"),
        (Name("Hộ tịch", "Civil status"), Kind.TEXT, 0, "en", "Civil status"),
        (Phrase("report.verdict.none"), Kind.TEXT, 0, "vi", "không khác biệt"),
    ],
)
def test_a_plain_cell_is_written_in_the_manner_of_its_language(cell, kind, digits, lang, text):
    assert written(cell, kind, digits, Spread.NONE, lang) == text


def test_an_estimate_shows_half_its_interval():
    assert written(WAIT, Kind.NUMBER, 1, Spread.HALF, "vi") == "23,4\u00a0±\u00a00,6"
    assert written(Estimate(0.5, 0.49, 0.51), Kind.PERCENT, 1, Spread.HALF, "vi") == "50,0\u00a0±\u00a01,0%"


def test_an_estimate_of_one_replication_has_no_interval():
    single = Estimate(23.4, math.nan, math.nan)
    assert written(single, Kind.NUMBER, 1, Spread.HALF, "vi") == "23,4"
    assert single.none
    assert "chưa có khoảng tin cậy" in written(single, Kind.NUMBER, 1, Spread.CHANGE, "vi")


@pytest.mark.parametrize(
    ("change", "verdict", "text"),
    [
        (Estimate(-11.6, -12.0, -11.2, better=-1), "better", "▼\u00a011,6 [−12,0;\u00a0−11,2] tốt\u00a0hơn"),
        (Estimate(11.6, 11.2, 12.0, better=-1), "worse", "▲\u00a011,6 [11,2;\u00a012,0] xấu\u00a0hơn"),
        (Estimate(3.0, 2.0, 4.0), "more", "▲\u00a03,0 [2,0;\u00a04,0]"),
        (Estimate(-3.0, -4.0, -2.0), "less", "▼\u00a03,0 [−4,0;\u00a0−2,0]"),
        (Estimate(0.1, -0.2, 0.4, better=-1), "none", "≈\u00a0không\u00a0khác\u00a0biệt [−0,2;\u00a00,4]"),
    ],
)
def test_a_change_says_direction_interval_and_verdict(change, verdict, text):
    assert change.verdict == verdict
    assert written(change, Kind.NUMBER, 1, Spread.CHANGE, "vi") == text


def test_an_interval_that_ends_at_zero_holds_it():
    assert Estimate(1.0, 0.0, 2.0).none
    assert not Estimate(1.0, 1e-9, 2.0).none


def test_a_typed_cell_ignores_the_kind_of_its_column():
    assert written(Typed(0.5, Kind.PERCENT, 0), Kind.NUMBER, 1, Spread.NONE, "vi") == "50%"
