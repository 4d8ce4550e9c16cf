"""Who is lent to another site for a period: a CSV beside the rosters, which every roster command goes by."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

from model.files.atomic import replace_file
from model.instance import Instance
from reports.roster_book.shelf import period_text, shelf_of

COLUMNS = ("staff", "from_site", "to_site", "minutes")


def lent_file(workspace: Path, dates: tuple[date, ...]) -> Path:
    """Return the file of the loans of a period."""
    return shelf_of(workspace, "", dates).folder / f"lent_{period_text(dates)}.csv"


def write_lent(path: Path, rows: list[tuple[str, str, str, float]]) -> Path:
    """Write one row a person: staff, home, host, minutes of the way (one way)."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((person, home, host, round(minutes, 1)) for person, home, host, minutes in sorted(rows))
    replace_file(path, buffer.getvalue().encode("utf-8"))
    return path


def with_lent(instance: Instance, workspace: Path, dates: tuple[date, ...]) -> Instance:
    """Return the instance in which people lent for exactly this period belong to the site they are lent to."""
    path = lent_file(workspace, dates)
    if not path.exists():
        return instance
    with path.open(encoding="utf-8", newline="") as file:
        hosts: Mapping[str, str] = {row["staff"]: row["to_site"] for row in csv.DictReader(file)}
    moved = {
        name: replace(instance.staff[name], site=site)
        for name, site in hosts.items()
        if name in instance.staff and site in instance.sites
    }
    return replace(instance, staff={**instance.staff, **moved})
