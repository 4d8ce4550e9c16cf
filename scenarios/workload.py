"""The minutes of counter work an ordinary day brings to each site: the weight staff are shared by."""

from collections import defaultdict
from collections.abc import Mapping

from model.attendance import NOWHERE, attending
from model.demand import ANY_SERVICE, Channels
from model.instance import Instance
from model.services import Service, VisitType


def work_minutes(instance: Instance) -> Mapping[str, float]:
    """Return the expected minutes of counter work per ordinary day by site; every site has an entry."""
    attended = attending(instance)
    effort = {
        code: minutes_per_dossier(service, channels(instance, code)) for code, service in instance.services.items()
    }
    work: dict[str, float] = defaultdict(float)
    for row in instance.demand.rows:
        work[attended[row.unit, row.service]] += row.dossiers_per_day * effort[row.service]
    return {site: work[site] for site in instance.sites}


def stranded(instance: Instance) -> Mapping[tuple[str, str], float]:
    """Return the dossiers per day of every (unit, service) that no site of the administration serves."""
    attended = attending(instance)
    lost: dict[tuple[str, str], float] = defaultdict(float)
    for row in instance.demand.rows:
        if row.dossiers_per_day > 0 and attended[row.unit, row.service] == NOWHERE:
            lost[row.unit, row.service] += row.dossiers_per_day
    return dict(lost)


def channels(instance: Instance, service: str) -> Channels:
    """Return how dossiers of a service become visits: its own row, else the row of all, else every one on foot."""
    known = instance.demand.channels
    return known.get(service) or known.get(ANY_SERVICE) or Channels(service)


def minutes_per_dossier(service: Service, ways: Channels) -> float:
    """Return the expected counter minutes of one dossier over all its visits in person."""
    visits = {
        VisitType.SUBMIT: (1 - ways.online_share) * (1 - ways.appointment_share * ways.no_show_share),
        VisitType.COLLECT: ways.collect_ratio,
        VisitType.GUIDE: ways.guide_ratio,
    }
    return sum(number * service.minutes[kind].expected for kind, number in visits.items() if kind in service.minutes)
