"""Rows about rules: shifts, labour law and the calendar."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, field_validator

from model.clock import Interval, clock_text
from model.files.cells import Text, YesNo, fault, member, one_of
from model.files.codes import Code
from model.files.moments import BreakText, Clock, Date
from model.files.numbers import NotNegative
from model.files.rows.row import Fault, Row
from model.labour import LabourRule
from model.shifts import OFF
from model.workdays import DayKind

RuleChoice = Annotated[LabourRule, BeforeValidator(member(LabourRule))]
DayKindChoice = Annotated[DayKind, BeforeValidator(member(DayKind))]
Status = Annotated[
    Literal["official", "estimated"], BeforeValidator(one_of({"official": "official", "estimated": "estimated"}))
]


class ShiftRow(Row):
    """A line of ``shifts.csv``."""

    key: ClassVar[tuple[str, ...]] = ("shift",)
    gives: ClassVar[dict[str, str]] = {"shift": "shift"}

    shift: Text
    name_vi: Text
    name_en: Text = ""
    start: Clock
    end: Clock
    breaks: BreakText = ()
    breaks_paid: YesNo = False
    break_windows: BreakText = ()

    @field_validator("shift")
    @classmethod
    def _not_off(cls, value: str) -> str:
        if value == OFF:
            raise fault(Code.WORD_RESERVED)
        return value

    def faults(self) -> Iterator[Fault]:
        """Yield an end before the start, breaks outside the shift, and windows that do not fit the breaks."""
        start, end = clock_text(self.start), clock_text(self.end)
        if self.end <= self.start:
            yield Fault(Code.END_BEFORE_START, "end", end, {"start": start})
            return
        for pause in self.breaks:
            if pause.start < self.start or pause.end > self.end:
                yield Fault(Code.BREAK_OUTSIDE, "breaks", str(pause), {"span": f"{start}-{end}"})
        if self.break_windows and not self._windows_fit():
            text = " ".join(map(str, self.break_windows))
            yield Fault(Code.WINDOWS_WRONG, "break_windows", text, {"span": f"{start}-{end}"})

    def _windows_fit(self) -> bool:
        whole = Interval(self.start, self.end)
        return len(self.break_windows) == len(self.breaks) and all(
            whole.covers(window) and window.covers(pause)
            for window, pause in zip(self.break_windows, self.breaks, strict=True)
        )


class LabourRow(Row):
    """A line of ``labour.csv``: a number of labour law and its article."""

    key: ClassVar[tuple[str, ...]] = ("rule",)

    rule: RuleChoice
    value: NotNegative
    article: Text


class CalendarRow(Row):
    """A line of ``calendar.csv``: what a date is, over what the holiday rules say."""

    key: ClassVar[tuple[str, ...]] = ("date",)

    date: Date
    kind: DayKindChoice
    name: Text = ""
    status: Status = "official"
