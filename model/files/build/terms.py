"""Builds the terms people work on."""

from model.files.book import Book
from model.files.rows.terms import TermsRow
from model.terms import Terms


def build_terms(book: Book) -> dict[str, Terms]:
    """Return the terms of those who have any, by id."""
    return {
        row.staff: Terms(row.rank, row.agency, row.first, row.last, row.overtime, row.lend_minutes)
        for row in book.rows("terms", TermsRow)
    }
