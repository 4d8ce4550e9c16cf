"""Plays one replication: draws every date, plays every site, binds the ledger."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.index import index_sites
from model.instance import Instance
from model.roster import Roster
from simulate.day import DayPlan, Hours, day_plans, doors, hours_of
from simulate.duties import Known, duties
from simulate.engines.choose import engine
from simulate.ledger import MACHINE, DayBook, Ledger, bind
from simulate.machines import with_machines
from simulate.presence import Presence, presence_of
from simulate.rota import rota_of
from simulate.rows import Rows, demand_rows
from simulate.staffing import DayStaff
from simulate.stages import draw_day
from simulate.streams import Integers, Stream
from simulate.ties import luck_of, play_shuffled
from simulate.visits import VisitLog, check_all


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that is the same in all replications, prepared once: rows of demand and duties by date.

    ``people`` maps a person to their position in the instance's staff; ``sites`` are the simulated ones by position.
    ``shuffle_ties`` breaks ties at random instead of by the order of the files.
    """

    instance: Instance
    dates: tuple[date, ...]
    seed: int
    sites: tuple[int, ...]
    rows: Rows
    hours: tuple[Hours, ...]
    presence: Presence
    people: Mapping[str, int]
    shuffle_ties: bool = False

    @property
    def staff(self) -> tuple[DayStaff, ...]:
        """Return the staff as planned, by date."""
        return self.presence.staff

    def staff_on(self, at: int, replication: int) -> DayStaff:
        """Return the staff who are there on a date in a replication."""
        return self.presence.on(at, replication, self.seed)


def set_stage(
    instance: Instance,
    dates: Sequence[date],
    seed: int,
    roster: Roster | None,
    sites: Collection[str] | None,
    *,
    shuffle_ties: bool = False,
) -> Stage:
    """Prepare the dates; ``sites`` None plays the whole administration."""
    index = index_sites(instance)
    rota = rota_of(instance, roster) if roster else None
    chosen = tuple(at for at, site in enumerate(instance.sites) if sites is None or site in sites)
    names = list(instance.sites)
    known: Known = {}
    return Stage(
        instance,
        tuple(dates),
        seed,
        chosen,
        demand_rows(instance, sites),
        tuple(hours_of(instance, day) for day in dates),
        presence_of(
            instance,
            dates,
            [
                {
                    at: with_machines(instance, names[at], day, duties(instance, index, names[at], day, rota, known))
                    for at in chosen
                }
                for day in dates
            ],
        ),
        {person: at for at, person in enumerate(instance.staff)},
        shuffle_ties,
    )


def play_replication(stage: Stage, replication: int) -> Ledger:
    """Play all dates of one replication."""
    return bind([_play_date(stage, at, replication) for at in range(len(stage.dates))])


def _play_shuffled(
    play: Callable[[DayPlan], VisitLog],
    stage: Stage,
    at: int,
    replication: int,
    site: int,
    plan: DayPlan,
    arrival: Integers,
) -> VisitLog:
    """Play a site with its ties broken by the luck of the day."""
    luck = luck_of(Stream(stage.seed, replication, stage.dates[at]), site)
    return play_shuffled(play, plan, arrival, luck)


def _play_date(stage: Stage, at: int, replication: int) -> DayBook:
    """Play all sites of one date."""
    play = engine()
    visits = draw_day(stage.instance, stage.dates[at], replication, stage.seed, stage.rows)
    door = doors(stage.instance, visits, stage.dates[at], stage.hours[at])
    book = DayBook(at, visits, door)
    played: list[tuple[DayPlan, VisitLog]] = []
    for site, mine, plan in day_plans(stage.instance, visits, door, stage.staff_on(at, replication)):
        log = (
            _play_shuffled(play, stage, at, replication, site, plan, visits.arrival[mine])
            if stage.shuffle_ties
            else play(plan)
        )
        played.append((plan, log))
        book.write(site, mine, [stage.people.get(person, MACHINE) for person in plan.staff.people], log)
    check_all(played)
    return book
