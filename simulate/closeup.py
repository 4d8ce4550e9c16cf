"""A replication looked at closely: played again, with every visit and every stint at a counter kept.

Luck has an address, so that the same replication can be played again at any time: these are the citizens whom the
tallies counted.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.index import SiteIndex, index_sites
from model.instance import Instance
from model.roster import Roster
from simulate.arrivals import Visits
from simulate.day import DayPlan, Doors, day_plans, doors
from simulate.duties import Duty
from simulate.engines.witness import Witnessed, witness
from simulate.play import Stage, set_stage
from simulate.rota import Rota, rota_of
from simulate.staffing import at_counters
from simulate.stages import draw_day
from simulate.streams import Integers


@dataclass(frozen=True, slots=True)
class SiteDay:
    """One site on one date: ``mine`` are the places of the plan's citizens among the visits, ``duties`` its servers."""

    plan: DayPlan
    mine: Integers
    seen: Witnessed
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class CloseUp:
    """One date of one replication; ``sites`` by position in the instance's sites."""

    day: date
    replication: int
    visits: Visits
    door: Doors
    sites: Mapping[int, SiteDay]

    def further(self, visit: int) -> bool:
        """Whether a row of the visits is a further stage of a visit."""
        stages = self.visits.further
        return stages is not None and visit >= len(self.visits) - len(stages.base)


@dataclass(frozen=True, slots=True)
class Lens:
    """What is the same in every close-up: the stage, and who has which duty."""

    stage: Stage
    index: SiteIndex
    rota: Rota | None

    def look(self, day: date, replication: int) -> CloseUp:
        """Play one date of a replication."""
        stage = self.stage
        at = stage.dates.index(day)
        absent = stage.presence.absent(at, replication, stage.seed)
        visits = draw_day(stage.instance, day, replication, stage.seed, stage.rows)
        door = doors(stage.instance, visits, day, stage.hours[at])
        sites = {
            site: SiteDay(plan, mine, witness(plan), at_counters(stage.presence.duties(at, site, absent)))
            for site, mine, plan in day_plans(stage.instance, visits, door, stage.staff_on(at, replication))
        }
        return CloseUp(day, replication, visits, door, sites)


def lens(
    instance: Instance,
    *,
    seed: int | None = None,
    dates: Sequence[date] | None = None,
    roster: Roster | None = None,
    sites: Collection[str] | None = None,
) -> Lens:
    """Prepare close-ups; the arguments mean what they mean to ``simulate``."""
    run, roster = instance.settings.run, roster or instance.roster
    stage = set_stage(
        instance,
        instance.calendar.worked(run.dates if dates is None else dates),
        run.seed if seed is None else seed,
        roster,
        None if sites is None else frozenset(sites),
    )
    return Lens(stage, index_sites(instance), rota_of(instance, roster) if roster else None)
