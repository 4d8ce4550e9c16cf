"""Rows about the promise: the targets a manager states."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from model.clock import Interval, clock_text
from model.files.cells import Text, member
from model.files.codes import Code
from model.files.moments import Clock
from model.files.numbers import Minutes, read_number
from model.files.rows.places import ANY_SITE, end_after_start
from model.files.rows.row import Fault, Ref, Row
from model.targets import SURE_ENOUGH, Measure, Per, Whose

MeasureChoice = Annotated[Measure, BeforeValidator(member(Measure))]
WhoseChoice = Annotated[Whose, BeforeValidator(member(Whose))]
PerChoice = Annotated[Per, BeforeValidator(member(Per))]
# No number of days proves that something happens always or never, so neither can be certified.
NearlyAll = Annotated[float, Field(ge=0.001, le=0.999), BeforeValidator(read_number)]
Confidence = Annotated[float, Field(ge=0.5, le=0.999), BeforeValidator(read_number)]
NEEDS = {
    Measure.SHARE: ("share", "minutes"),
    Measure.QUANTILE: ("share", "minutes"),
    Measure.LONGEST: ("share", "minutes"),
    Measure.MEAN: ("minutes",),
    Measure.OVERTIME: ("minutes",),
    Measure.LEFT: ("share",),
}


class TargetRow(Row):
    """A line of ``targets.csv``: what is promised of some citizens over some time."""

    key: ClassVar[tuple[str, ...]] = ("target",)

    target: Text
    site: Annotated[Text, Ref("site", frozenset({ANY_SITE}))] = ANY_SITE
    services: Text = "*"
    by: WhoseChoice = Whose.SERVICE
    per: PerChoice = Per.DAY
    measure: MeasureChoice
    share: NearlyAll | None = None
    minutes: Minutes | None = None
    start: Clock | None = None
    end: Clock | None = None
    confidence: Confidence = SURE_ENOUGH

    @property
    def window(self) -> Interval | None:
        """Return the part of the day the target speaks of, None for all of it."""
        if self.start is None or self.end is None:
            return None
        return Interval(self.start, self.end)

    def faults(self) -> Iterator[Fault]:
        """Yield a measure that lacks its number or has one it does not know, and a window with one end."""
        for name in ("share", "minutes"):
            needed, there = name in NEEDS[self.measure], getattr(self, name) is not None
            if needed and not there:
                yield Fault(Code.VALUE_MISSING, name)
            if there and not needed:
                yield Fault(Code.TARGET_NUMBER_STRAY, name, f"{getattr(self, name):g}", {"measure": self.measure.value})
        if self.minutes == 0 and self.measure in (Measure.MEAN, Measure.OVERTIME):
            yield Fault(Code.NUMBER_OUTSIDE, "minutes", "0", {"range": "> 0"})
        if self.start is None and self.end is not None:
            yield Fault(Code.VALUE_MISSING, "start")
        if self.start is not None and self.end is None:
            yield Fault(Code.VALUE_MISSING, "end")
        if self.start is not None and self.end is not None:
            yield from end_after_start(self.start, self.end)
        if self.measure is Measure.OVERTIME and self.per is Per.HOUR:
            yield Fault(Code.CHOICE_UNKNOWN, "per", self.per.value, {"choices": f"{Per.DAY}, {Per.WEEK}"})


def told(row: TargetRow) -> str:
    """Return the numbers of a target as text."""
    parts = [f"{row.share:g}" if row.share is not None else "", f"{row.minutes:g}" if row.minutes is not None else ""]
    window = f"{clock_text(row.start)}-{clock_text(row.end)}" if row.start is not None and row.end is not None else ""
    return " ".join(filter(None, (row.measure.value, *parts, window)))
