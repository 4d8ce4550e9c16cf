"""The minutes of counter work an ordinary day brings to each site: the weight staff are shared by."""

from collections import defaultdict
from collections.abc import Mapping

from model.attendance import NOWHERE, attending
from model.instance import Instance
from model.services import VisitType
from simulate.rows import channels_of, visit_ratios


def work_minutes(instance: Instance) -> Mapping[str, float]:
    """Return the expected minutes of counter work per ordinary day by site; every site has an entry."""
    attended = attending(instance)
    effort = {service: minutes_per_dossier(instance, service) for service in instance.services}
    work: dict[str, float] = defaultdict(float)
    for row in instance.demand.rows:
        work[attended[row.unit, row.service]] += row.dossiers_per_day * effort[row.service]
    return {site: work[site] for site in instance.sites}


def minutes_per_dossier(instance: Instance, service: str) -> float:
    """Return the expected counter minutes of one dossier over all its visits in person, no-shows left out."""
    ways, laws = channels_of(instance, service), instance.services[service].minutes
    coming = {VisitType.SUBMIT: 1 - ways.appointment_share * ways.no_show_share}
    ratios = visit_ratios(instance, service)
    return sum(ratio * coming.get(visit, 1.0) * laws[visit].expected for visit, ratio in ratios.items())


def stranded(instance: Instance) -> Mapping[tuple[str, str], float]:
    """Return the dossiers per day of every (unit, service) that no site of the administration serves."""
    attended = attending(instance)
    lost: dict[tuple[str, str], float] = defaultdict(float)
    for row in instance.demand.rows:
        if row.dossiers_per_day > 0 and attended[row.unit, row.service] == NOWHERE:
            lost[row.unit, row.service] += row.dossiers_per_day
    return dict(lost)
