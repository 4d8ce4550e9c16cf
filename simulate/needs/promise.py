"""Whether each site keeps the promise over a whole period."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.instance import Instance
from simulate.replicate import Simulation


@dataclass(frozen=True, slots=True)
class Kept:
    """How a site kept its promises: the worst by its slack, and the share called in time over all of them.

    ``slack`` is how far the share (or the mean wait, as a part of the promised mean) is on the good side; ``share``
    is of those who took a ticket, with ``half`` the half-width of its 95 % interval over replications.
    """

    slack: float = 0.0
    share: float = 1.0
    half: float = 0.0

    @property
    def kept(self) -> bool:
        """Whether every promise held."""
        return self.slack >= 0


def promises(instance: Instance, simulation: Simulation) -> Mapping[str, Kept]:
    """Return how every simulated site kept its promises; services with the same promise are judged together.

    The judgement is on the ratio of sums over all replications, not on its interval.
    """
    table = simulation.tallies["site_service"]
    targets = list(dict.fromkeys(map(instance.target, instance.services)))
    number = {service: targets.index(instance.target(service)) for service in instance.services}
    sums = table[["within", "counted", "wait_minutes", "called"]]
    by_target = sums.groupby([table["site"].astype(str), table["service"].astype(str).map(number)]).sum()
    by_target = by_target[by_target["counted"] > 0]
    which = by_target.index.get_level_values(1)
    share = np.array([one.share for one in targets])[which]
    limit = np.array([np.inf if one.mean is None else one.mean for one in targets])[which]
    mean = by_target["wait_minutes"] / by_target["called"].clip(lower=1)
    slack = np.minimum(by_target["within"] / by_target["counted"] - share, (1 - mean / limit).fillna(np.inf))
    worst = slack.groupby(level=0).min()
    shares = _shares(table)
    found = {site: Kept(float(worst[site]), *shares[site]) for site in worst.index}
    return {site: found.get(site, Kept()) for site in instance.sites}


def _shares(table: pd.DataFrame) -> Mapping[str, tuple[float, float]]:
    """Return the share in time of each site and the half-width of its interval (ratio of sums, delta method)."""
    from scipy.stats import t

    sums = table.groupby([table["site"].astype(str), table["replication"]])[["within", "counted"]].sum()
    found: dict[str, tuple[float, float]] = {}
    for site, one in sums.groupby(level=0):
        within, counted = one["within"].to_numpy(), one["counted"].to_numpy()
        share = within.sum() / max(counted.sum(), 1.0)
        runs = len(one)
        spread = np.sqrt(((within - share * counted) ** 2).sum() / (runs - 1) / runs) if runs > 1 else np.inf
        half = t.ppf(0.975, runs - 1) * spread / max(counted.mean(), 1.0) if runs > 1 else np.inf
        found[str(site)] = (float(share), float(half))
    return found
