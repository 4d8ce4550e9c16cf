"""The sites as they stand while a scenario's changes are read one after the other."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from model.centre import Site
from model.files.codes import Code
from model.files.findings import Findings
from model.files.suggest import nearest
from model.problems import Place


@dataclass(slots=True)
class Stage:
    """Which sites are there, which are gone and through which scenario, and what this scenario has merged.

    ``open`` says that the sites cannot be known (their file is broken), so that nothing is called unknown.
    """

    scenario: str
    sites: dict[str, Site | None]
    gone: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    open: bool = False

    def next(self, scenario: str) -> "Stage":
        """Return the stage on which a scenario based on this one begins."""
        return Stage(scenario, dict(self.sites), dict(self.gone), {}, self.open)

    def check(self, site: str, place: Place, findings: Findings) -> bool:
        """Report a site that is not there; return whether it is."""
        if site in self.sites or self.open:
            return True
        if site in self.gone:
            findings.add(Code.SITE_GONE, place, site, None, scenario=self.gone[site])
        else:
            suggestion = nearest(site, self.sites)
            findings.add(Code.SCENARIO_REFERENCE_UNKNOWN, place, site, suggestion, table="sites")
        return False

    def add(self, site: Site, place: Place, findings: Findings) -> None:
        """Open a new site; an id that is taken is reported."""
        if self.sites.get(site.id) is not None or site.id in self.sites:
            findings.add(Code.SITE_TAKEN, place, site.id)
        self.sites[site.id] = site

    def close(self, site: str) -> None:
        """Take a site away."""
        if self.sites.pop(site, None) is not None or not self.open:
            self.gone[site] = self.scenario

    def merge(self, site: str, into: str, place: Place, findings: Findings) -> bool:
        """Send a site into another; one that this scenario already sent elsewhere is reported."""
        first = self.merged.get(site)
        if first is not None:
            findings.add(Code.MERGED_TWICE, place, site, None, first=first, into=into)
            return False
        if not self.check(site, place, findings):
            return False
        self.merged[site] = into
        return True

    def settle(self, into: Site, sites: Collection[str]) -> None:
        """Put the merged site in place of those that went into it."""
        for site in sites:
            if site != into.id:
                self.close(site)
        self.sites[into.id] = into

    def target(self, site: str, name: str, unit: str, lat: float | None, lon: float | None) -> Site | None:
        """Return the site that others go into: one that is there, with what is said anew, or a complete new one."""
        known = self.sites.get(site)
        if known is not None:
            return replace(
                known,
                name=name or known.name,
                unit=unit or known.unit,
                lat=known.lat if lat is None else lat,
                lon=known.lon if lon is None else lon,
            )
        if (not name or lat is None or lon is None) and not (self.open or site in self.sites):
            return None
        return Site(site, name, unit, lat or 0.0, lon or 0.0)
