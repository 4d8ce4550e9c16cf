"""The table of contents of a workspace: every table, its row, and whether it must be there."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.files.rows.contracts import PatternRow, ShiftLimitRow, SuccessionRow
from model.files.rows.offers import ChannelsRow, MinutesRow, ServiceRow, StageRow
from model.files.rows.outages import CounterOutageRow, MachineOutageRow, SystemOutageRow
from model.files.rows.past import CarriedRow, FixedRow, HistoryRow, LoanRow
from model.files.rows.people import (
    LeaveRow,
    LimitRow,
    ReserveRow,
    RosterRow,
    SkillRow,
    StaffRow,
    WishRow,
)
from model.files.rows.places import (
    CatchmentRow,
    CounterRow,
    DayFactorRow,
    DemandRowText,
    MachineRow,
    OpeningDayRow,
    OpeningRow,
    ProfileRow,
    SiteRow,
    UnitRow,
)
from model.files.rows.replay import ArrivalRow
from model.files.rows.row import Row
from model.files.rows.rules import CalendarRow, LabourRow, ShiftRow
from model.files.rows.targets import TargetRow
from model.files.rows.terms import TermsRow

SETTINGS = "motcua.yaml"
SETTINGS_SHEET = "settings"
SCENARIOS = "scenarios"
NOTES = frozenset({"notes", "readme"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the workspace."""

    row: type[Row]
    needed: bool = True


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "services": Table(ServiceRow),
        "minutes": Table(MinutesRow),
        "stages": Table(StageRow, needed=False),
        "channels": Table(ChannelsRow),
        "units": Table(UnitRow),
        "demand": Table(DemandRowText),
        "profile": Table(ProfileRow),
        "day_factors": Table(DayFactorRow),
        "arrivals": Table(ArrivalRow, needed=False),
        "sites": Table(SiteRow),
        "opening": Table(OpeningRow, needed=False),
        "opening_days": Table(OpeningDayRow, needed=False),
        "targets": Table(TargetRow, needed=False),
        "counters": Table(CounterRow),
        "counter_outages": Table(CounterOutageRow, needed=False),
        "machines": Table(MachineRow, needed=False),
        "machine_outages": Table(MachineOutageRow, needed=False),
        "system_outages": Table(SystemOutageRow, needed=False),
        "staff": Table(StaffRow),
        "staff_skills": Table(SkillRow),
        "reserve_list": Table(ReserveRow, needed=False),
        "terms": Table(TermsRow, needed=False),
        "limits": Table(LimitRow, needed=False),
        "patterns": Table(PatternRow, needed=False),
        "shift_limits": Table(ShiftLimitRow, needed=False),
        "successions": Table(SuccessionRow, needed=False),
        "leave": Table(LeaveRow, needed=False),
        "wishes": Table(WishRow, needed=False),
        "loans": Table(LoanRow, needed=False),
        "fixed": Table(FixedRow, needed=False),
        "history": Table(HistoryRow, needed=False),
        "carried": Table(CarriedRow, needed=False),
        "shifts": Table(ShiftRow),
        "labour": Table(LabourRow),
        "calendar": Table(CalendarRow, needed=False),
        "catchment": Table(CatchmentRow, needed=False),
        "roster": Table(RosterRow, needed=False),
    }
)


def home_of(kind: str) -> str:
    """Return the table whose rows make ids of the kind known."""
    return next(name for name, table in TABLES.items() if kind in table.row.gives)
