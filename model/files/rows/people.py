"""Rows about people: staff, skills, limits, leave, wishes and the roster."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from model.absence import ChildHour
from model.breaks import BreakPolicy
from model.files.cells import Text, YesNo, member
from model.files.codes import Code
from model.files.moments import Date, read_date
from model.files.numbers import AtLeastOne, DelayMinutes, Share, Speed, read_number
from model.files.rows.places import SiteRef
from model.files.rows.row import Fault, Ref, Row
from model.files.seats_text import SeatsText
from model.shifts import OFF
from model.staff import LimitKind

StaffRef = Annotated[Text, Ref("staff")]
ChildHourChoice = Annotated[ChildHour, BeforeValidator(member(ChildHour))]
BreaksChoice = Annotated[BreakPolicy, BeforeValidator(member(BreakPolicy))]
LimitChoice = Annotated[LimitKind, BeforeValidator(member(LimitKind))]
WeeklyHours = Annotated[float, Field(gt=0, le=168), BeforeValidator(read_number)]


class StaffRow(Row):
    """A line of ``staff.csv``."""

    key: ClassVar[tuple[str, ...]] = ("staff",)
    gives: ClassVar[dict[str, str]] = {"staff": "staff"}

    staff: Text
    name: Text
    site: SiteRef
    weekly_hours: WeeklyHours
    usual_shift: Annotated[Text, Ref("shift")]
    part_time: YesNo = False
    absence_rate: Share | None = None
    child_hour: ChildHourChoice | None = None
    breaks: BreaksChoice | None = None
    break_delay: DelayMinutes | None = None


class ReserveRow(Row):
    """A line of ``reserve_list.csv``: an officer who stands by for the absences of a site."""

    key: ClassVar[tuple[str, ...]] = ("staff",)

    staff: StaffRef
    site: SiteRef
    delay: DelayMinutes | None = None


class SkillRow(Row):
    """A line of ``staff_skills.csv``."""

    key: ClassVar[tuple[str, ...]] = ("staff", "skill")

    staff: StaffRef
    skill: Annotated[Text, Ref("skill")]
    speed: Speed = 1.0
    preference: AtLeastOne = 1


From = Annotated[date, BeforeValidator(read_date), Field(alias="from")]
To = Annotated[date, BeforeValidator(read_date), Field(alias="to")]


def last_after_first(first: date, last: date) -> Iterator[Fault]:
    """Yield a last date before the first; both are inclusive."""
    if last < first:
        yield Fault(Code.END_BEFORE_START, "to", last.isoformat(), {"start": first.isoformat()})


class LimitRow(Row):
    """A line of ``limits.csv``: a legal limit on a person's working time."""

    key: ClassVar[tuple[str, ...]] = ("staff", "limit", "from")

    staff: StaffRef
    limit: LimitChoice
    first: From
    last: To

    def faults(self) -> Iterator[Fault]:
        """Yield a last date before the first."""
        yield from last_after_first(self.first, self.last)


class LeaveRow(Row):
    """A line of ``leave.csv``."""

    key: ClassVar[tuple[str, ...]] = ("staff", "from")

    staff: StaffRef
    first: From
    last: To
    kind: Text

    def faults(self) -> Iterator[Fault]:
        """Yield a last date before the first."""
        yield from last_after_first(self.first, self.last)


class WishRow(Row):
    """A line of ``wishes.csv``."""

    key: ClassVar[tuple[str, ...]] = ("staff", "date")

    staff: StaffRef
    date: Date
    shift: Annotated[Text, Ref("shift", frozenset({OFF}))]
    weight: AtLeastOne = 1


class RosterRow(Row):
    """A line of ``roster.csv``: one person on one shift of one date; ``off`` says that the person is off."""

    date: Date
    staff: Annotated[Text, Ref("staff", frozenset({""}))] = ""
    shift: Annotated[Text, Ref("shift", frozenset({OFF}))]
    counter: Annotated[Text, Ref("counter", frozenset({""}))] = ""
    seats: SeatsText = ()

    def faults(self) -> Iterator[Fault]:
        """Yield a shift that nobody works; only ``off`` may stand alone, for a date on which all are off."""
        if not self.staff and self.shift != OFF:
            yield Fault(Code.VALUE_MISSING, "staff")
