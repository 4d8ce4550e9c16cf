"""What ``motcua.yaml`` may hold."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from model.absence import ChildHour
from model.coming import LEADS, WhenFull
from model.files.cells import Text, fault, member, one_of, read_list
from model.files.codes import Code
from model.files.day_model import DayPart, SiteDayPart
from model.files.moments import Clock, Date, Intervals
from model.files.numbers import (
    AtLeastOne,
    Count,
    DayMinutes,
    DelayMinutes,
    Heads,
    Minutes,
    NotNegative,
    Positive,
    PositiveMinutes,
    Price,
    Promise,
    Share,
    read_number,
)
from model.files.rows.row import Fault, LabelChoice
from model.files.settings_part import Part
from model.leavers import Leavers
from model.merger import AttendRule
from model.workdays import days_of_week

RuleChoice = Annotated[AttendRule, BeforeValidator(member(AttendRule))]
SlotMinutes = Annotated[int, BeforeValidator(one_of({"15": 15, "30": 30})), WithJsonSchema({"enum": [15, 30]})]
TICKS = {"millisecond": 1, "second": 1000, "minute": 60_000}
Tick = Annotated[int, BeforeValidator(one_of(TICKS)), WithJsonSchema({"enum": list(TICKS)})]
Detour = Annotated[float, Field(ge=1, le=5), BeforeValidator(read_number)]
LeaversRule = Annotated[Leavers, BeforeValidator(member(Leavers))]
ChildHourChoice = Annotated[ChildHour, BeforeValidator(member(ChildHour))]
Full = Annotated[WhenFull, BeforeValidator(member(WhenFull))]
LeadShares = Annotated[tuple[Share, ...], BeforeValidator(read_list)]
Dates = Annotated[tuple[Date, ...], BeforeValidator(read_list)]
Words = Annotated[tuple[Text, ...], BeforeValidator(read_list)]


def read_week(value: Any) -> str:
    """Read an ISO week such as ``2026-W48``."""
    try:
        days_of_week(str(value))
    except ValueError as error:
        raise fault(Code.WEEK_UNREADABLE) from error
    return str(value)


def read_attendance(value: Any) -> Any:
    """Read one rule for all as a mapping with a default."""
    return value if isinstance(value, dict) else {"default": value}


class NamePart(Part):
    """A name in two languages."""

    vi: Text
    en: Text = ""


class OpeningPart(Part):
    """Opening sessions by weekday; what is missing is closed."""

    mon: Intervals = ()
    tue: Intervals = ()
    wed: Intervals = ()
    thu: Intervals = ()
    fri: Intervals = ()
    sat: Intervals = ()
    sun: Intervals = ()


class TargetPart(Part):
    """The promise about the wait."""

    share: Promise
    within_minutes: Minutes
    mean_minutes: Minutes | None = None
    leavers: LeaversRule = Leavers.LATE


class RunPart(Part):
    """What is simulated: a week or dates, how often, and the seed."""

    week: Annotated[str, BeforeValidator(read_week)] | None = None
    dates: Dates | None = None
    replications: AtLeastOne = 30
    seed: Count = 1

    def faults(self) -> Iterator[Fault]:
        """Yield a run with both a week and dates, or neither."""
        if (self.week is None) == (not self.dates):
            yield Fault(Code.ONE_OF_TWO, "week", self.week or "", {"one": "week", "two": "dates"})


class ArrivalsPart(Part):
    """How citizens come: the crowd before the door opens."""

    crowd_share: Share = 0.0
    crowd_minutes: DayMinutes = 30


class BookingsPart(Part):
    """The rules of online bookings; shares by days ahead are scaled to one."""

    lead_shares: LeadShares = (1.0,) * LEADS
    most_a_day: AtLeastOne = 2
    slot_capacity: Heads | None = None
    when_full: Full = WhenFull.WALK_IN

    def faults(self) -> Iterator[Fault]:
        """Yield shares of which none is above zero, and a booking further ahead than the calendar of bookings goes."""
        if len(self.lead_shares) > LEADS or not any(self.lead_shares):
            shown = " ".join(f"{share:g}" for share in self.lead_shares)
            yield Fault(Code.LEADS_WRONG, "lead_shares", shown, {"most": str(LEADS)})


class AbsencePart(Part):
    """Random absence, how soon the reserve is there, and the free hour of a parent."""

    rate: Share = 0.0
    reserve_delay: DelayMinutes = 0
    child_hour: ChildHourChoice = ChildHour.AS_PLANNED


class SystemPart(Part):
    """How often a system that services depend on fails at random."""

    per_day: NotNegative
    mean_minutes: PositiveMinutes
    speed: Share = 0.0


class TravelPart(Part):
    """How the straight line becomes a journey."""

    detour: Detour = 1.3
    speed_kmh: Positive = 20.0


class PricesPart(Part):
    """What a roster pays, in points."""

    shortage: Price = 100
    surplus: Price = 5
    wish: Price = 10
    fairness: Price = 20
    contract: Price = 1
    overtime: Price = 10
    stability: Price = 1
    travel: Price = 5
    shortage_step: Price = 0
    surplus_step: Price = 0


class RosterPart(Part):
    """What a roster aims at."""

    prices: PricesPart = PricesPart()
    unpopular_shifts: Words = ()
    min_present: Count = 1
    shift_margin: Count = 30
    min_supervisors: Count = 0
    reserves: Count = 1
    rotation_days: Count = 0


class AttendancePart(Part):
    """Who attends where: a rule for all and rules for single services."""

    default: RuleChoice = AttendRule.OWN_UNIT
    services: dict[str, RuleChoice] = Field(default_factory=dict)


class LabelPart(Part):
    """Where a section's figures come from."""

    label: LabelChoice
    source: Text = ""


class LabelsPart(Part):
    """Labels by section of the settings."""

    slot_minutes: LabelPart | None = None
    opening: LabelPart | None = None
    target: LabelPart | None = None
    run: LabelPart | None = None
    day: LabelPart | None = None
    arrivals: LabelPart | None = None
    bookings: LabelPart | None = None
    absence: LabelPart | None = None
    day_at: LabelPart | None = None
    systems: LabelPart | None = None
    papers_days: LabelPart | None = None
    papers_same_day: LabelPart | None = None
    papers_minutes: LabelPart | None = None
    travel: LabelPart | None = None
    roster: LabelPart | None = None
    attendance: LabelPart | None = None
    holidays: LabelPart | None = None


class SettingsFile(Part):
    """The whole of ``motcua.yaml``."""

    name: NamePart
    slot_minutes: SlotMinutes
    tick: Tick = TICKS["second"]
    opening: OpeningPart
    target: TargetPart
    run: RunPart
    measure_from: Clock = 0
    day: DayPart = DayPart()
    day_at: dict[str, SiteDayPart] = Field(default_factory=dict)
    arrivals: ArrivalsPart = ArrivalsPart()
    bookings: BookingsPart = BookingsPart()
    absence: AbsencePart = AbsencePart()
    systems: dict[str, SystemPart] = Field(default_factory=dict)
    papers_days: AtLeastOne = 1
    papers_same_day: Share = 0.0
    papers_minutes: Minutes = 60.0
    travel: TravelPart = TravelPart()
    roster: RosterPart = RosterPart()
    attendance: Annotated[AttendancePart, BeforeValidator(read_attendance)] = AttendancePart()
    holidays: Text | None = None
    labels: LabelsPart = LabelsPart()
