"""One flat record for every visit: when who came for what, was called where by whom, and how it ended."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from model.instance import Instance
from model.roster import Roster
from simulate.arrivals import CLASSES
from simulate.closeup import CloseUp, Lens, lens
from simulate.papers import COMES_BACK
from simulate.rows import NOWHERE, VISITS
from simulate.streams import Integers, Uniforms
from simulate.ticks import NEVER, per_minute
from simulate.visits import Outcome

if TYPE_CHECKING:
    import pandas as pd

OUTCOMES = tuple(one.name.lower() for one in Outcome)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of every visit of a date, in the order of the visits; times in ticks.

    ``ticket`` is the place of the visit at the site, which is the number of its ticket, 0 without one; ``join`` is when
    it was taken, ``stage`` 0 for the first of a visit, ``server`` the place in ``people`` of
    who served last (``NEVER``: nobody), ``busy`` the ticks at counters,
    ``breaks`` how often the service was interrupted.
    """

    ticket: Integers
    join: Integers
    stage: Integers
    call: Integers
    end: Integers
    server: Integers
    busy: Integers
    breaks: Integers
    outcome: Integers
    people: tuple[tuple[str, str], ...]


def visit_records(
    instance: Instance,
    *,
    replications: Sequence[int] = (0,),
    seed: int | None = None,
    dates: Sequence[date] | None = None,
    roster: Roster | None = None,
    sites: Collection[str] | None = None,
) -> "pd.DataFrame":
    """Return one row for every visit of the replications, in the order of arrival within a date.

    ``visit`` names the same citizen in every scenario and under every roster. Times are local; ``ticket_number`` counts
    from 1 at each site and date. ``wait_minutes`` is from the ticket to the first call, ``door_minutes`` from the
    arrival to the ticket, ``service_minutes`` at counters. ``measured`` is false in the warm-up, which no tally counts.
    What does not apply is missing.
    """
    import pandas as pd

    view = lens(instance, seed=seed, dates=dates, roster=roster, sites=sites)
    return pd.concat([_frame(view, one) for one in looks(view, replications)], ignore_index=True)


def looks(view: Lens, replications: Sequence[int]) -> Iterator[CloseUp]:
    """Yield every date of every replication."""
    return (view.look(day, replication) for replication in replications for day in view.stage.dates)


def fate_of(one: CloseUp) -> Fate:
    """Bring together what the doors and the sites of a date decided."""
    many = len(one.visits)
    ticket, server, busy, breaks, stage = (np.zeros(many, np.int64) for _ in range(5))
    call, end, server = np.full(many, NEVER, np.int64), one.door.join.copy(), server + NEVER
    outcome = np.where(one.door.turned_away, int(Outcome.TURNED_AWAY), int(Outcome.UNSERVED))
    outcome[one.visits.no_show] = int(Outcome.NO_SHOW)
    join = one.door.join.copy()
    if one.visits.further is not None:
        first = many - len(one.visits.further.base)
        stage[first:], outcome[first:] = one.visits.further.order, int(Outcome.UNREACHED)
    people: list[tuple[str, str]] = []
    for site in one.sites.values():
        mine, log = site.mine, site.seen.log
        numbered = (log.join != NEVER) & (log.outcome != int(Outcome.BALKED))
        ticket[mine], join[mine] = np.where(numbered, np.arange(1, len(mine) + 1), 0), log.join
        call[mine], end[mine], outcome[mine] = log.start, log.end, log.outcome
        server[mine] = np.where(log.server == NEVER, NEVER, log.server + len(people))
        people += [(duty.person, duty.counter) for duty in site.duties]
        for stint in site.seen.stints:
            busy[mine[stint.citizen]] += stint.end - stint.begin
        np.add.at(breaks, mine[log.again[:, 0]], 1)
    return Fate(ticket, join, stage, call, end, server, busy, breaks, outcome, tuple(people))


def names_of(view: Lens, one: CloseUp) -> np.ndarray:
    """Return the name of every visit of a date: replication, date, unit, service, type of visit, number."""
    instance, rows = view.stage.instance, view.stage.rows
    # A place before the first is the last: a home that was not noted has no name.
    units, services = [*instance.units, ""], list(instance.services)
    head = f"{one.replication}:{one.day.isoformat()}"
    keys = [
        f"{head}:{units[unit]}:{services[service]}:{VISITS[visit].value}"
        for unit, service, visit in zip(rows.unit, rows.service, rows.visit, strict=True)
    ]
    pairs = zip(one.visits.row.tolist(), one.visits.number.tolist(), strict=True)
    return np.array([f"{keys[row]}:{_which(number)}" for row, number in pairs], object)


def _which(number: int) -> str:
    """Return the number of a visit within its row, from 1; who comes back for missing papers keeps the first one's."""
    return str(number + 1) if number < COMES_BACK else f"{number - COMES_BACK + 1}:back"


def named(names: Sequence[str | None], places: Integers) -> np.ndarray:
    """Return the names at some places; a negative place is none."""
    return np.asarray(np.array([*names, None], object)[np.where(places < 0, len(names), places)])


def moments_of(day: date, ticks: Integers, rate: int) -> np.ndarray:
    """Return ticks of a day as moments; ``NEVER`` is none."""
    found = np.datetime64(day, "ms") + (ticks * (60_000 // rate)).astype("timedelta64[ms]")
    return np.where(ticks == NEVER, np.datetime64("NaT", "ms"), found)


def _frame(view: Lens, one: CloseUp) -> "pd.DataFrame":
    """Return the records of one date."""
    import pandas as pd

    settings, visits, fate = view.stage.instance.settings, one.visits, fate_of(one)
    rate, join = per_minute(settings), fate.join
    has_ticket, came = fate.ticket > 0, ~visits.no_show
    times = {
        "booked": visits.booked,
        "arrival": np.where(came, np.where(fate.stage > 0, join, visits.arrival), NEVER),
        "ticket": np.where(has_ticket, join, NEVER),
        "called": fate.call,
        "finished": np.where(fate.outcome == int(Outcome.SERVED), fate.end, NEVER),
        "gone": np.where(came, fate.end, NEVER),
    }
    columns = {
        "visit": names_of(view, one),
        "replication": np.full(len(visits), one.replication),
        "date": np.full(len(visits), one.day, object),
        **who_of(view, one),
        "dossiers": visits.dossiers,
        "days_ahead": pd.Series(visits.lead).where(visits.lead != NEVER).astype("Int64"),
        "ticket_number": pd.Series(fate.ticket).where(has_ticket).astype("Int64"),
        **{name: moments_of(one.day, ticks, rate) for name, ticks in times.items()},
        "counter": named([counter for _, counter in fate.people], fate.server),
        "person": named([person or None for person, _ in fate.people], fate.server),
        "door_minutes": _minutes(join - visits.arrival, has_ticket & (fate.stage == 0), rate),
        "wait_minutes": _minutes(fate.call - join, fate.call != NEVER, rate),
        "service_minutes": _minutes(fate.busy, fate.call != NEVER, rate),
        "interruptions": fate.breaks,
        "outcome": named(OUTCOMES, fate.outcome),
        "measured": visits.arrival >= settings.measure_from * rate,
    }
    if view.stage.instance.stages or view.stage.rows.same_day:
        columns["stage"] = fate.stage + 1
    order = np.lexsort((np.arange(len(visits)), visits.arrival))
    reached = order[fate.outcome[order] != int(Outcome.UNREACHED)]
    records: pd.DataFrame = pd.DataFrame(columns).iloc[reached]
    return records


def who_of(view: Lens, one: CloseUp) -> dict[str, np.ndarray]:
    """Return where each citizen comes from, goes to, and for what."""
    instance, visits = view.stage.instance, one.visits
    return {
        "site": named(list(instance.sites), np.where(visits.site == NOWHERE, NEVER, visits.site)),
        "unit": named(list(instance.units), view.stage.rows.unit[visits.row]),
        "service": named(list(instance.services), visits.service),
        "type": named([one.value for one in VISITS], visits.visit),
        "class": named([one.value for one in CLASSES], visits.group),
    }


def _minutes(ticks: Integers, there: np.ndarray, rate: int) -> Uniforms:
    return np.where(there, ticks / rate, np.nan)
