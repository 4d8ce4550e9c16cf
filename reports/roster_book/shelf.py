"""Where the revisions of a site's roster lie: numbered CSV files, none of which is ever overwritten."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.instance import Instance
from model.roster import Roster


@dataclass(frozen=True, slots=True)
class Shelf:
    """The numbered revisions of one site's roster for one stretch of dates, in ``folder``."""

    folder: Path
    name: str

    def file(self, revision: int) -> Path:
        """Return the file of a revision."""
        return self.folder / f"{self.name}.r{revision}.csv"

    @property
    def needs(self) -> Path:
        """Return the file of the requirement the rosters are made for."""
        return self.folder / f"{self.name}.requirement.csv"

    @property
    def last(self) -> int:
        """Return the number of the last revision; 0 when there is none."""
        pattern = re.compile(re.escape(self.name) + r"\.r(\d+)\.csv")
        found = (pattern.fullmatch(one.name) for one in self.folder.glob("*.csv"))
        return max((int(one[1]) for one in found if one), default=0)

    def read(self, instance: Instance, revision: int) -> Roster:
        """Read a revision."""
        from model.files.rosters import read_roster

        return read_roster(self.file(revision), instance)

    def add(self, roster: Roster) -> Path:
        """Write the roster as the next revision and return its file."""
        from model.files.rosters import write_roster

        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.file(self.last + 1)
        write_roster(path, roster)
        return path


def shelf_of(workspace: Path, site: str, dates: tuple[date, ...]) -> Shelf:
    """Return the shelf of a site and its dates: ``rosters/`` in the workspace, or beside it when that is one file."""
    folder = workspace / "rosters" if workspace.is_dir() else workspace.with_name(f"{workspace.stem}_rosters")
    return Shelf(folder, f"{safe(site)}_{period_text(dates)}")


def period_text(dates: tuple[date, ...]) -> str:
    """Return ``2026-W48`` for dates of one ISO week, else first and last date."""
    weeks = {day.isocalendar()[:2] for day in dates}
    if len(weeks) == 1:
        year, week = next(iter(weeks))
        return f"{year}-W{week:02d}"
    return f"{dates[0]}_{dates[-1]}"


def safe(text: str) -> str:
    """Return the text with everything that a file name may not hold replaced."""
    return re.sub(r"[^\w.-]", "_", text)
