"""Rows about what is settled before a roster is made: past shifts, what people bring along, locked cells."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from model.files.cells import Text, one_of
from model.files.codes import Code
from model.files.moments import Date
from model.files.numbers import read_number, read_whole
from model.files.rows.people import StaffRef
from model.files.rows.places import SiteRef
from model.files.rows.row import Fault, Ref, Row
from model.shifts import OFF

MonthHours = Annotated[float, Field(ge=0, le=400), BeforeValidator(read_number)]
YearHours = Annotated[float, Field(ge=0, le=4000), BeforeValidator(read_number)]
Days = Annotated[int, Field(ge=0, le=1000), BeforeValidator(read_whole)]
CounterRef = Annotated[Text, Ref("counter", frozenset({""}))]
LockKind = Annotated[
    Literal["fixed", "forbidden"], BeforeValidator(one_of({"fixed": "fixed", "forbidden": "forbidden"}))
]


class LoanRow(Row):
    """A line of ``loans.csv``: a person at the disposal of another site on a date."""

    key: ClassVar[tuple[str, ...]] = ("date", "staff")

    date: Date
    staff: StaffRef
    site: SiteRef


class HistoryRow(Row):
    """A line of ``history.csv``: a shift that was worked; ``off`` says that the person was off."""

    key: ClassVar[tuple[str, ...]] = ("date", "staff")

    date: Date
    staff: StaffRef
    shift: Annotated[Text, Ref("shift", frozenset({OFF}))]
    counter: CounterRef = ""


class CarriedRow(Row):
    """A line of ``carried.csv``: what a person brings along from before the history."""

    key: ClassVar[tuple[str, ...]] = ("staff",)

    staff: StaffRef
    until: Date
    overtime_month: MonthHours = 0.0
    overtime_year: YearHours = 0.0
    unpopular_shifts: Days = 0
    days_on_end: Days = 0

    def faults(self) -> Iterator[Fault]:
        """Yield more overtime in the month than in the year it is part of."""
        if self.overtime_month > self.overtime_year:
            facts = {"range": f"≥ {self.overtime_month:g}"}
            yield Fault(Code.NUMBER_OUTSIDE, "overtime_year", f"{self.overtime_year:g}", facts)


class FixedRow(Row):
    """A line of ``fixed.csv``: a cell of the roster that must be so, or must not be."""

    key: ClassVar[tuple[str, ...]] = ("date", "staff", "shift", "counter")

    date: Date
    staff: StaffRef
    shift: Annotated[Text, Ref("shift", frozenset({OFF}))]
    counter: CounterRef = ""
    kind: LockKind = "fixed"

    def faults(self) -> Iterator[Fault]:
        """Yield a counter for a day off."""
        if self.shift == OFF and self.counter:
            yield Fault(Code.CHOICE_UNKNOWN, "counter", self.counter, {"choices": "–"})
