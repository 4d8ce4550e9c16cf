"""What a comparison holds: scenarios beside each other as plain tables, without a word for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.figures import Label, Name
from model.instance import Instance
from simulate.headcount import Headcount
from simulate.replicate import Simulation

if TYPE_CHECKING:
    import pandas as pd

SUMMARISED = ("total", "site", "service", "slot")
# Where a comparison looks first; the long tables hold every measure.
LEADING = (
    "mean_wait",
    "p90_wait",
    "within",
    "within15",
    "within30",
    "utilisation",
    "duty_hours",
    "travel_km",
    "travel_minutes",
)


@dataclass(frozen=True)
class Outcome:
    """One scenario: its tables (tidy, by ``simulate.intervals``), its differences to the base, its need of staff.

    ``differences`` is empty for the base. ``stranded`` are dossiers a day by (unit, service) that nobody serves.
    """

    id: str
    name: Name
    label: Label
    source: str
    instance: Instance
    simulation: Simulation
    summaries: Mapping[str, "pd.DataFrame"]
    differences: Mapping[str, "pd.DataFrame"]
    headcount: Headcount | None
    stranded: Mapping[tuple[str, str], float]

    def value(self, measure: str, which: str = "value") -> float:
        """Return a figure of the whole administration: ``value``, ``low``, ``high`` or ``half``."""
        return _cell(self.summaries["total"], measure, which)

    def change(self, measure: str, which: str = "value") -> float:
        """Return a difference to the base; zero for the base itself."""
        return _cell(self.differences["total"], measure, which) if self.differences else 0.0

    def no_difference(self, measure: str) -> bool:
        """Whether the interval of the difference to the base holds zero; true for the base itself."""
        return bool(_cell(self.differences["total"], measure, "none")) if self.differences else True

    @property
    def late_of_100(self) -> float:
        """Return how many of 100 citizens with a ticket wait longer than 15 minutes or are never called."""
        return 100 * (1 - self.value("within15"))

    @property
    def row(self) -> dict[str, object]:
        """Return the scenario in one row: what it is, the leading figures with intervals and changes, its need."""
        found: dict[str, object] = {
            "scenario": self.id,
            "sites": len(self.instance.sites),
            "counters": len(self.instance.counters),
            "staff": len(self.instance.staff),
            "late_of_100": self.late_of_100,
            "stranded_dossiers_per_day": sum(self.stranded.values()),
            "replications": self.simulation.done,
        }
        for measure in LEADING:
            found |= {f"{measure}{end}": self.value(measure, of) for end, of in _ENDS.items()}
            found |= {f"{measure}_change{end}": self.change(measure, of) for end, of in _ENDS.items()}
            found[f"{measure}_no_difference"] = self.no_difference(measure)
        need = self.headcount
        found["staff_needed"] = None if need is None else need.needed
        found["sites_beyond"] = None if need is None else len(need.beyond)
        return found


_ENDS = {"": "value", "_low": "low", "_high": "high"}


def _cell(frame: "pd.DataFrame", measure: str, column: str) -> float:
    """Return one cell of a tidy table of the whole administration."""
    return float(frame.loc[frame["measure"] == measure, column].iloc[0])


@dataclass(frozen=True)
class Comparison:
    """Scenarios against a base; ``outcomes`` has the base first and, when interrupted, less than was asked."""

    base: str
    outcomes: tuple[Outcome, ...]
    workspace: Instance
    asked: tuple[str, ...]
    interrupted: bool = False

    def __getitem__(self, scenario: str) -> Outcome:
        """Return the outcome of a scenario.

        Raises:
            KeyError: when it was not asked or not reached.
        """
        for one in self.outcomes:
            if one.id == scenario:
                return one
        raise KeyError(scenario)

    @property
    def dates(self) -> tuple[date, ...]:
        """Return the dates simulated."""
        return self.outcomes[0].simulation.dates if self.outcomes else ()

    @property
    def seed(self) -> int | None:
        """Return the seed all scenarios share."""
        return self.outcomes[0].simulation.seed if self.outcomes else None

    def summary(self) -> "pd.DataFrame":
        """Return one row for each scenario."""
        import pandas as pd

        return pd.DataFrame([one.row for one in self.outcomes])

    def replications(self) -> "pd.DataFrame":
        """Return one row for each scenario and replication: the raw sums, for people who want to compute."""
        import pandas as pd

        frames = [one.simulation.tallies["total"].assign(scenario=one.id) for one in self.outcomes]
        if not frames:
            return pd.DataFrame()
        whole = pd.concat(frames, ignore_index=True)
        return whole[["scenario", *whole.columns.drop("scenario")]]

    def sites(self, scenario: str) -> "pd.DataFrame":
        """Return one row for each site of a scenario: every measure, staff and counters, and the staff needed."""
        import pandas as pd

        one = self[scenario]
        long = one.summaries["site"].assign(site=lambda frame: frame["site"].astype(str))
        wide = long.pivot(index="site", columns="measure", values="value").reindex(list(one.instance.sites))
        needs = {need.site: need for need in one.headcount.sites} if one.headcount else {}
        heads = [len(one.instance.people(site)) for site in wide.index]
        wide.insert(0, "staff", pd.Series(heads, wide.index))
        wide["staff_needed"] = pd.Series({site: need.needed for site, need in needs.items()}, dtype="Int64")
        wide["promise_kept"] = pd.Series({site: need.kept_now for site, need in needs.items()}, dtype="boolean")
        wide.insert(0, "name", [one.instance.sites[site].name for site in wide.index])
        wide.columns.name = None
        return wide.reset_index()
