"""The arguments and options of the commands, each declared once; their help stands in the wording catalogue."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from reports.console.envelope import motcua_version


def say_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        print(f"motcua {motcua_version()}")
        raise typer.Exit


Workspace = Annotated[Path, typer.Argument(metavar="WS")]
Folder = Annotated[Path, typer.Argument(metavar="DIR")]
Book = Annotated[Path, typer.Argument(metavar="FILE.xlsx")]
PublishedInstance = Annotated[Path, typer.Argument(metavar="FILE")]
Before = Annotated[str, typer.Argument(metavar="A")]
After = Annotated[str, typer.Argument(metavar="B")]
CertificateFile = Annotated[Path, typer.Argument(metavar="CERT.json")]
ProblemCode = Annotated[str, typer.Argument(metavar="CODE")]

Example = Annotated[str, typer.Option("--example", metavar="NAME")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR")]
BookOut = Annotated[Path | None, typer.Option("--out", metavar="DIR")]
OutFile = Annotated[Path | None, typer.Option("--out", metavar="FILE")]
Xlsx = Annotated[bool, typer.Option("--xlsx")]
Scenario = Annotated[str, typer.Option("--scenario", metavar="ID")]
Scenarios = Annotated[str, typer.Option("--scenarios", metavar="ID,ID")]
Base = Annotated[str, typer.Option("--base", metavar="ID")]
Site = Annotated[str | None, typer.Option("--site", metavar="ID")]
Week = Annotated[str | None, typer.Option("--week", metavar="2026-W48")]
Month = Annotated[str | None, typer.Option("--month", metavar="2026-12")]
Period = Annotated[str | None, typer.Option("--dates", metavar="FIRST..LAST")]
RosterFile = Annotated[Path | None, typer.Option("--roster", metavar="FILE")]
Replications = Annotated[int | None, typer.Option("--replications", metavar="N", min=2)]
Precision = Annotated[float | None, typer.Option("--precision", metavar="PCT", min=0.1, max=100)]
Visits = Annotated[bool, typer.Option("--visits")]
ShuffleTies = Annotated[bool, typer.Option("--shuffle-ties")]
Day = Annotated[str, typer.Option("--date", metavar="2026-11-23")]
Replication = Annotated[int, typer.Option("--replication", metavar="R", min=0)]
Citizen = Annotated[int | None, typer.Option("--citizen", metavar="N")]
CounterId = Annotated[str | None, typer.Option("--counter", metavar="ID")]
PersonId = Annotated[str | None, typer.Option("--person", metavar="ID")]
Picture = Annotated[Path | None, typer.Option("--picture", metavar="FILE.png")]
FailBelow = Annotated[float | None, typer.Option("--fail-below", metavar="PCT", min=0, max=100)]
Seconds = Annotated[float, typer.Option("--seconds", metavar="S", min=0.1)]
CitySeconds = Annotated[float, typer.Option("--seconds", metavar="S", min=0.1)]
TravelPrice = Annotated[float, typer.Option("--travel-price", metavar="POINTS", min=0)]
NoLending = Annotated[bool, typer.Option("--no-lending")]
InsideDay = Annotated[bool, typer.Option("--inside-day")]
Fresh = Annotated[bool, typer.Option("--fresh")]
ClockSeconds = Annotated[float, typer.Option("--seconds", metavar="S", min=0.1)]
Clock = Annotated[float | None, typer.Option("--seconds", metavar="S", min=0.1)]
PlanDay = Annotated[str | None, typer.Option("--date", metavar="2026-11-23")]
Effort = Annotated[
    Literal["quick", "thorough", "exhaustive"], typer.Option("--effort", metavar="quick|thorough|exhaustive")
]
GoOn = Annotated[bool, typer.Option("--resume")]
Resume = Annotated[Path | None, typer.Option("--resume", metavar="CERT.json")]
HeldRoster = Annotated[Path, typer.Option("--roster", metavar="FILE")]
At = Annotated[str, typer.Option("--at", metavar="10:30")]
Queue = Annotated[Path | None, typer.Option("--queue", metavar="FILE.csv")]
Gone = Annotated[list[str] | None, typer.Option("--absent", metavar="ID")]
Changes = Annotated[int, typer.Option("--changes", metavar="N", min=1)]
Robust = Annotated[float, typer.Option("--robust", metavar="PCT", min=0, max=100)]
Curve = Annotated[bool, typer.Option("--curve")]
Training = Annotated[bool, typer.Option("--training")]
Staff = Annotated[bool, typer.Option("--staff")]
Formats = Annotated[str, typer.Option("--formats", metavar="docx,xlsx,html,csv")]
DryRun = Annotated[bool, typer.Option("--dry-run")]
Absent = Annotated[list[str] | None, typer.Option("--absent", metavar="ID,DATE[,DATE]")]
LeaveNow = Annotated[list[str] | None, typer.Option("--leave", metavar="ID,DATE[,DATE]")]
SwapDays = Annotated[list[str] | None, typer.Option("--swap", metavar="ID,ID,DATE")]
Extra = Annotated[list[str] | None, typer.Option("--extra", metavar="DATE,09:00-11:00,SKILL[,N]")]
LockCell = Annotated[list[str] | None, typer.Option("--lock", metavar="ID,DATE")]
FreezeUntil = Annotated[str | None, typer.Option("--freeze-until", metavar="DATE")]
Budget = Annotated[float, typer.Option("--budget", metavar="PCT", min=0)]
RepairSeconds = Annotated[float, typer.Option("--seconds", metavar="S", min=0.1)]
OnDate = Annotated[str | None, typer.Option("--date", metavar="2026-11-23")]
RulePrices = Annotated[bool, typer.Option("--rules")]
NoWaits = Annotated[bool, typer.Option("--no-waits")]
DemoReplications = Annotated[int, typer.Option("--replications", metavar="N", min=2)]
StaffReplications = Annotated[int, typer.Option("--staff-replications", metavar="N", min=1)]
WeekReplications = Annotated[int, typer.Option("--week-replications", metavar="N", min=2)]
LeaversRule = Annotated[
    Literal["late", "excluded", "in_time", "ignored"] | None,
    typer.Option("--leavers", metavar="late|excluded|in_time|ignored"),
]
Servers = Annotated[int, typer.Option("--servers", metavar="N", min=1)]
Load = Annotated[float, typer.Option("--load", metavar="A", min=0.001)]
Minutes = Annotated[float, typer.Option("--minutes", metavar="MIN", min=0.001)]
Within = Annotated[float, typer.Option("--within", metavar="MIN", min=0)]
Patience = Annotated[float, typer.Option("--patience", metavar="MIN", min=0.001)]
Variation = Annotated[float, typer.Option("--cv", metavar="CV", min=0.001)]
Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=say_version)]

Language = Annotated[Literal["vi", "en"] | None, typer.Option("--lang", metavar="vi|en")]
Format = Annotated[Literal["text", "json"], typer.Option("--format", metavar="text|json")]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", min=0)]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1)]
Quiet = Annotated[bool, typer.Option("--quiet")]
