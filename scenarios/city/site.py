"""One site of the city: what is asked of it, and its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from model.instance import Instance
from model.requirement import Requirement
from model.rostering.clashing_locks import ClashingLocks
from model.rostering.no_roster import NoRoster
from model.rostering.solution import Solution
from model.rostering.solve import solve_roster
from simulate.requirements import require


@dataclass(frozen=True, slots=True)
class SiteTask:
    """A site to roster; ``hosts`` gives the site of people who are lent, ``effort`` is in deterministic seconds.

    Without a ``requirement`` it is searched first.
    """

    site: str
    effort: float
    hosts: Mapping[str, str]
    requirement: Requirement | None = None


@dataclass(frozen=True, slots=True)
class SiteAnswer:
    """A site's roster, or why there is none."""

    site: str
    requirement: Requirement
    solution: Solution | None
    refused: NoRoster | ClashingLocks | None = None

    @property
    def shortage(self) -> int:
        """Return the points paid for people missing; 0 where there is no roster."""
        return self.solution.costs.get("shortage", 0) if self.solution else 0


def with_hosts(instance: Instance, hosts: Mapping[str, str]) -> Instance:
    """Return the instance in which people who are lent belong to the site they are lent to."""
    moved = {name: replace(instance.staff[name], site=site) for name, site in hosts.items()}
    return replace(instance, staff={**instance.staff, **moved}) if moved else instance


def answer(instance: Instance, dates: tuple[date, ...], seed: int, task: SiteTask) -> SiteAnswer:
    """Search the requirement where it is not known, and roster the site."""
    requirement = task.requirement or require(instance, task.site, dates=dates, seed=seed)
    here = with_hosts(instance, task.hosts)
    try:
        solution = solve_roster(here, requirement, dates=dates, seed=seed, effort=task.effort)
    except (NoRoster, ClashingLocks) as refused:
        return SiteAnswer(task.site, requirement, None, refused)
    return SiteAnswer(task.site, requirement, solution)
