"""Rows about the terms people work on."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from model.files.cells import Text, member
from model.files.codes import Code
from model.files.moments import read_date
from model.files.numbers import DelayMinutes
from model.files.rows.people import StaffRef, last_after_first
from model.files.rows.row import Fault, Row
from model.terms import Overtime, Rank

RankChoice = Annotated[Rank, BeforeValidator(member(Rank))]
OvertimeChoice = Annotated[Overtime, BeforeValidator(member(Overtime))]
PostedFrom = Annotated[date | None, BeforeValidator(read_date), Field(alias="from")]
PostedTo = Annotated[date | None, BeforeValidator(read_date), Field(alias="to")]


class TermsRow(Row):
    """A line of ``terms.csv``: rank, sending agency, secondment, overtime agreed to, and how far to be lent."""

    key: ClassVar[tuple[str, ...]] = ("staff",)

    staff: StaffRef
    rank: RankChoice = Rank.OFFICER
    agency: Text = ""
    first: PostedFrom = None
    last: PostedTo = None
    overtime: OvertimeChoice = Overtime.NONE
    lend_minutes: DelayMinutes | None = None

    def faults(self) -> Iterator[Fault]:
        """Yield a secondment that ends before it begins, or of which only one date is told."""
        if self.first is not None and self.last is not None:
            yield from last_after_first(self.first, self.last)
        elif self.first is not None or self.last is not None:
            yield Fault(Code.VALUE_MISSING, "to" if self.last is None else "from")
