"""Plays a certificate again: the same days, the same roster, the same verdict, or it does not hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.index import index_sites
from model.instance import Instance
from model.promise import Pledge
from model.roster import Roster
from model.rostering.judge import judge
from model.rostering.rule import Breach
from simulate.duties import duties
from simulate.machines import with_machines
from simulate.promise.certify import LOOKS, Certificate, certify
from simulate.staffing import staffing


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a roster does on the days of a certificate, and the rules it breaks."""

    certificate: Certificate
    breaches: tuple[Breach, ...]


def played_again(
    instance: Instance,
    site: str,
    day: date,
    roster: Roster,
    pledges: Sequence[Pledge],
    *,
    seed: int,
    looks: Sequence[int] = LOOKS,
    workers: int = 1,
) -> Replayed:
    """Certify a roster from nothing but the workspace and the certificate's terms.

    Raises:
        ValueError: when the site is not open on the date.
    """
    staffed = duties(instance, index_sites(instance), site, day, roster)
    people = staffing(instance, with_machines(instance, site, day, staffed))
    found = certify(instance, site, day, pledges, people, seed=seed, looks=looks, workers=workers)
    return Replayed(found, tuple(judge(instance, roster, None, (day,), site).breaches))
