"""Builds what is settled before a roster is made: the history and the locked cells."""

from model.files.book import Book
from model.files.rows.past import CarriedRow, FixedRow, HistoryRow, LoanRow
from model.history import Carried, History
from model.loan import Loan
from model.lock import Lock
from model.roster import Assignment, Roster
from model.shifts import OFF


def build_history(book: Book) -> History:
    """Return the shifts of the past and what people bring along, hours as minutes."""
    rows = book.rows("history", HistoryRow)
    worked = (Assignment(row.date, row.staff, row.shift, row.counter) for row in rows if row.shift != OFF)
    past = Roster(tuple(sorted({row.date for row in rows})), tuple(sorted(worked)))
    return History(past, {row.staff: _carried(row) for row in book.rows("carried", CarriedRow)})


def _carried(row: CarriedRow) -> Carried:
    month, year = round(60 * row.overtime_month), round(60 * row.overtime_year)
    return Carried(row.staff, row.until, month, year, row.unpopular_shifts, row.days_on_end)


def build_loans(book: Book) -> tuple[Loan, ...]:
    """Return who is lent where, in order."""
    return tuple(sorted(Loan(row.date, row.staff, row.site) for row in book.rows("loans", LoanRow)))


def build_locks(book: Book) -> tuple[Lock, ...]:
    """Return the locked cells, in order."""
    rows = book.rows("fixed", FixedRow)
    return tuple(sorted(Lock(row.date, row.staff, row.shift, row.counter, row.kind == "forbidden") for row in rows))
