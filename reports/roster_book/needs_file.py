"""The requirement as a CSV beside the revisions of its roster, so that export and check need not search it again."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

from model.clock import Interval, clock_text, minute_of
from model.files.atomic import replace_file
from model.requirement import Need, Requirement

COLUMNS = ("site", "date", "start", "end", "skill", "staff", "method", "simulations")


def write_needs(path: Path, requirement: Requirement) -> Path:
    """Write one row a need: site, date, start, end, skill, staff, and how it was found."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for need in requirement.needs:
        start, end = clock_text(need.slot.start), clock_text(need.slot.end)
        found = (requirement.method, requirement.simulations)
        writer.writerow((requirement.site, need.date.isoformat(), start, end, need.skill, need.staff, *found))
    replace_file(path, buffer.getvalue().encode("utf-8"))
    return path


def read_needs(path: Path) -> Requirement | None:
    """Read what ``write_needs`` wrote; None where there is no such file or nothing in it."""
    if not path.exists():
        return None
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows:
        return None
    needs = tuple(
        Need(
            date.fromisoformat(row["date"]),
            Interval(minute_of(row["start"]), minute_of(row["end"])),
            row["skill"],
            int(row["staff"]),
        )
        for row in rows
    )
    return Requirement(rows[0]["site"], needs, rows[0]["method"], int(rows[0]["simulations"]))
