"""Columns stand under one another, counted in screen cells."""

import unicodedata

from reports.console.table_text import aligned


def test_numbers_are_flush_right() -> None:
    assert aligned([("Tên", "Số"), ("Ước", "10")], (False, True)) == ("  Tên  Số", "  Ước  10")
    assert aligned([("a", "1.000"), ("bcd", "2")], (False, True)) == ("  a    1.000", "  bcd      2")


def test_decomposed_letters_take_one_cell() -> None:
    first, second = aligned([(unicodedata.normalize("NFD", "Ước"), "x"), ("abcd", "x")], (False, False))
    assert unicodedata.normalize("NFC", first).index("x") == second.index("x")
