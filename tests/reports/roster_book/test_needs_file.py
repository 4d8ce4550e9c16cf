"""A requirement written and read again is the same."""

from pathlib import Path

from reports.roster_book.book import Book
from reports.roster_book.needs_file import read_needs, write_needs


def test_round_trip(tmp_path: Path, book: Book) -> None:
    assert book.requirement is not None
    path = write_needs(tmp_path / "needs.csv", book.requirement)
    assert read_needs(path) == book.requirement
    assert read_needs(tmp_path / "none.csv") is None
    path.write_text("site,date\n", "utf-8")
    assert read_needs(path) is None
