"""Rows about places: units, demand and its spread, sites, counters, opening hours, catchments."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, WithJsonSchema

from model.clock import MINUTES_PER_DAY, Interval, clock_text
from model.files.cells import Text, fault
from model.files.codes import Code
from model.files.moments import WEEKDAYS, Clock, Date, Weekday, read_date
from model.files.numbers import (
    AtLeastOne,
    DayMinutes,
    Dossiers,
    Factor,
    Heads,
    Latitude,
    Longitude,
    NotNegative,
    Share,
    Speed,
)
from model.files.rows.offers import ServiceOrAny
from model.files.rows.row import Fault, Ref, Row

UnitRef = Annotated[Text, Ref("unit")]
SiteRef = Annotated[Text, Ref("site")]
ANY_SITE = "*"


def read_day(value: Any) -> Any:
    """Read a weekday (a number from 0) or a date."""
    text = str(value).casefold()
    if text in WEEKDAYS:
        return WEEKDAYS[text]
    if text.isalpha():
        raise fault(Code.CHOICE_UNKNOWN, choices=f"{', '.join(WEEKDAYS)}, YYYY-MM-DD")
    return read_date(value)


DayOrDate = Annotated[Any, BeforeValidator(read_day), WithJsonSchema({"type": "string"})]


class UnitRow(Row):
    """A line of ``units.csv``: where citizens live."""

    key: ClassVar[tuple[str, ...]] = ("unit",)
    gives: ClassVar[dict[str, str]] = {"unit": "unit"}

    unit: Text
    name: Text
    parent: Annotated[Text, Ref("unit", frozenset({""}))] = ""
    lat: Latitude
    lon: Longitude
    population: NotNegative
    area_km2: NotNegative = 0.0


class DemandRowText(Row):
    """A line of ``demand.csv``."""

    key: ClassVar[tuple[str, ...]] = ("unit", "service")

    unit: UnitRef
    service: Annotated[Text, Ref("service")]
    dossiers_per_day: Dossiers


def end_after_start(start: int, end: int) -> Iterator[Fault]:
    """Yield an end that does not lie after the start."""
    if end <= start:
        yield Fault(Code.END_BEFORE_START, "end", clock_text(end), {"start": clock_text(start)})


class ProfileRow(Row):
    """A line of ``profile.csv``: the share of a day's visits that come in one stretch."""

    key: ClassVar[tuple[str, ...]] = ("service", "start")

    service: ServiceOrAny
    start: Clock
    end: Clock
    share: Share

    @property
    def stretch(self) -> Interval:
        """Return the stretch of the day."""
        return Interval(self.start, self.end)

    def faults(self) -> Iterator[Fault]:
        """Yield an end that does not lie after the start."""
        yield from end_after_start(self.start, self.end)


class DayFactorRow(Row):
    """A line of ``day_factors.csv``: how busy a weekday or a date is, one being ordinary."""

    key: ClassVar[tuple[str, ...]] = ("day",)

    day: DayOrDate
    factor: Factor


class SiteRow(Row):
    """A line of ``sites.csv``."""

    key: ClassVar[tuple[str, ...]] = ("site",)
    gives: ClassVar[dict[str, str]] = {"site": "site"}

    site: Text
    name: Text
    unit: Annotated[Text, Ref("unit", frozenset({""}))] = ""
    lat: Latitude
    lon: Longitude
    crowd_share: Share | None = None
    crowd_minutes: DayMinutes | None = None
    slot_capacity: Heads | None = None
    absence_rate: Share | None = None
    ticket_cap: Heads | None = None


class OpeningRow(Row):
    """A line of ``opening.csv``: an opening session of a site that keeps its own hours."""

    key: ClassVar[tuple[str, ...]] = ("site", "weekday", "start")

    site: SiteRef
    weekday: Weekday
    start: Clock
    end: Clock

    @property
    def stretch(self) -> Interval:
        """Return the stretch of the day."""
        return Interval(self.start, self.end)

    def faults(self) -> Iterator[Fault]:
        """Yield an end that does not lie after the start."""
        yield from end_after_start(self.start, self.end)


class OpeningDayRow(Row):
    """A line of ``opening_days.csv``: a session of one date at a site or at all of them; without hours, it is shut."""

    key: ClassVar[tuple[str, ...]] = ("site", "date", "start")

    site: Annotated[Text, Ref("site", frozenset({ANY_SITE}))]
    date: Date
    start: Clock | None = None
    end: Clock | None = None

    @property
    def stretch(self) -> Interval | None:
        """Return the stretch of the day, None where the date is shut."""
        return None if self.start is None or self.end is None else Interval(self.start, self.end)

    def faults(self) -> Iterator[Fault]:
        """Yield a session with only one of its two ends, or an end that does not lie after the start."""
        if self.start is not None and self.end is not None:
            yield from end_after_start(self.start, self.end)
        elif self.start is not None or self.end is not None:
            yield Fault(Code.VALUE_MISSING, "end" if self.end is None else "start")


class CounterRow(Row):
    """A line of ``counters.csv``; ``services`` is read against the catalogue of services later."""

    key: ClassVar[tuple[str, ...]] = ("counter",)
    gives: ClassVar[dict[str, str]] = {"counter": "counter"}

    counter: Text
    site: SiteRef
    services: Text
    equipment: Text = ""


class MachineRow(Row):
    """A line of ``machines.csv``: equal machines that serve without staff."""

    key: ClassVar[tuple[str, ...]] = ("machine",)
    gives: ClassVar[dict[str, str]] = {"machine": "machine"}

    machine: Text
    site: SiteRef
    services: Text
    number: AtLeastOne = 1
    speed: Speed = 1.0
    equipment: Text = ""
    start: Clock | None = None
    end: Clock | None = None

    @property
    def hours(self) -> Interval:
        """Return when they are switched on; an end left open is the site's own."""
        return Interval(self.start or 0, MINUTES_PER_DAY if self.end is None else self.end)

    def faults(self) -> Iterator[Fault]:
        """Yield an end not after the start."""
        yield from end_after_start(self.hours.start, self.hours.end)


class CatchmentRow(Row):
    """A line of ``catchment.csv``: the site a unit is assigned to."""

    key: ClassVar[tuple[str, ...]] = ("unit",)

    unit: UnitRef
    site: SiteRef
