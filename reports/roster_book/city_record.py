"""What is finished of a city's rosters, so that an interrupted run can go on: one JSON file beside the rosters."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from model.files.atomic import replace_file
from model.instance import Instance
from model.rostering.solution import Solution, Status
from reports.roster_book.needs_file import read_needs, write_needs
from reports.roster_book.shelf import period_text, shelf_of
from scenarios.city.site import SiteAnswer


@dataclass
class CityRecord:
    """The sites that are done, by id; kept only for the same input, seed and effort, which ``key`` stands for."""

    workspace: Path
    dates: tuple[date, ...]
    key: str
    sites: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Return the file of the record."""
        return shelf_of(self.workspace, "", self.dates).folder / f"city_{period_text(self.dates)}.json"

    def load(self) -> None:
        """Take over what an earlier run with the same key has finished; nothing where there is none."""
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(told, dict) and told.get("key") == self.key:
            self.sites = dict(told["sites"])

    def keep(self, found: SiteAnswer) -> Path | None:
        """Put a site's roster on the shelf and note it as done; a site without a roster is not noted."""
        shelf = shelf_of(self.workspace, found.site, self.dates)
        write_needs(shelf.needs, found.requirement)
        if found.solution is None:
            return None
        path = shelf.add(found.solution.roster)
        self.sites[found.site] = {
            "revision": shelf.last,
            "costs": dict(found.solution.costs),
            "bound": found.solution.bound,
        }
        self.save()
        return path

    def save(self) -> None:
        """Write the record."""
        text = json.dumps({"key": self.key, "sites": self.sites}, ensure_ascii=False, indent=1)
        replace_file(self.path, text.encode("utf-8"))

    def done(self, instance: Instance) -> dict[str, SiteAnswer]:
        """Return the answers of the sites that are done, read from the shelf; a roster that is gone is done again.

        Raises:
            InputError: when a roster on the shelf cannot be read.
        """
        found: dict[str, SiteAnswer] = {}
        for site, told in self.sites.items():
            shelf = shelf_of(self.workspace, site, self.dates)
            needs = read_needs(shelf.needs)
            if site not in instance.sites or needs is None or not shelf.file(told["revision"]).exists():
                continue
            costs, bound = dict(told["costs"]), int(told["bound"])
            status = Status.OPTIMAL if sum(costs.values()) <= bound else Status.FEASIBLE
            roster = shelf.read(instance, told["revision"])
            found[site] = SiteAnswer(site, needs, Solution(roster, costs, bound, status))
        return found
