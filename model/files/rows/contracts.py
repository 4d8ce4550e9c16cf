"""Rows about contracts: how days and shifts follow each other over the period of a roster."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from model.files.cells import Text
from model.files.codes import Code
from model.files.numbers import read_number, read_whole
from model.files.rows.people import StaffRef
from model.files.rows.row import Fault, Ref, Row

PeriodHours = Annotated[float, Field(ge=0, le=4000), BeforeValidator(read_number)]
Times = Annotated[int, Field(ge=0, le=366), BeforeValidator(read_whole)]
AtLeastOneDay = Annotated[int, Field(ge=1, le=366), BeforeValidator(read_whole)]
ShiftRef = Annotated[Text, Ref("shift")]


class PatternRow(Row):
    """A line of ``patterns.csv``: what a person's contract says of the whole period; empty is no limit."""

    key: ClassVar[tuple[str, ...]] = ("staff",)

    staff: StaffRef
    min_hours: PeriodHours | None = None
    max_hours: PeriodHours | None = None
    max_days_on_end: AtLeastOneDay | None = None
    min_days_on_end: AtLeastOneDay | None = None
    min_days_off: AtLeastOneDay | None = None
    max_weekends: Times | None = None

    def faults(self) -> Iterator[Fault]:
        """Yield a most that is less than its least."""
        yield from _order("max_hours", self.min_hours, self.max_hours)
        yield from _order("max_days_on_end", self.min_days_on_end, self.max_days_on_end)


class ShiftLimitRow(Row):
    """A line of ``shift_limits.csv``: how often a person works one shift in the period."""

    key: ClassVar[tuple[str, ...]] = ("staff", "shift")

    staff: StaffRef
    shift: ShiftRef
    least: Times = 0
    most: Times | None = None

    def faults(self) -> Iterator[Fault]:
        """Yield a most that is less than the least."""
        yield from _order("most", self.least, self.most)


class SuccessionRow(Row):
    """A line of ``successions.csv``: a shift that nobody works on the day after another."""

    key: ClassVar[tuple[str, ...]] = ("shift", "not_before")

    shift: ShiftRef
    not_before: ShiftRef


def _order(column: str, least: float | None, most: float | None) -> Iterator[Fault]:
    if least is not None and most is not None and most < least:
        yield Fault(Code.NUMBER_OUTSIDE, column, f"{most:g}", {"range": f"≥ {least:g}"})
