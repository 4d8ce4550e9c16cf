"""Whether each site keeps the promise over a whole period."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.instance import Instance
from model.services import Target
from simulate.intervals import half_width
from simulate.panel import Panel, panel_of
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
    panel = panel_of(simulation, "site_service")
    worst = _slacks(instance, panel).groupby(level=0).min()
    shares = _shares(panel)
    found = {site: Kept(float(worst[site]), *shares[site]) for site in worst.index}
    return {site: found.get(site, Kept()) for site in instance.sites}


def _slacks(instance: Instance, panel: Panel) -> "pd.Series[float]":
    """Return the slack of every (site, promise) that anybody took a ticket for.

    Those never called count as late and with what they waited until they gave up, in the mean too: a promise is not
    kept by people leaving.
    """
    targets = list(dict.fromkeys(map(instance.target, instance.services)))
    number = {service: targets.index(instance.target(service)) for service in instance.services}
    keys = [panel.keys["site"].astype(str), panel.keys["service"].astype(str).map(number)]
    names = ("within", "counted", "queue_minutes")
    sums = pd.DataFrame({name: panel.columns[name].sum(axis=1) for name in names}).groupby(keys).sum()
    sums = sums[sums["counted"] > 0]
    asked = [targets[at] for at in sums.index.get_level_values(1)]
    by_share = sums["within"] / sums["counted"] - np.array([one.share for one in asked])
    mean = sums["queue_minutes"] / sums["counted"]
    by_mean = [_by_mean(one, wait) for one, wait in zip(asked, mean, strict=True)]
    return pd.Series(np.minimum(by_share, by_mean), sums.index)


def _by_mean(target: Target, wait: float) -> float:
    """Return by what part of the promised mean the wait stays below it; infinite where no mean is promised."""
    return float("inf") if target.mean is None else (target.mean - wait) / max(target.mean, 1.0)


def _shares(panel: Panel) -> Mapping[str, tuple[float, float]]:
    """Return the share in time of each site and the half-width of its interval (ratio of sums, delta method)."""
    site = panel.keys["site"].astype(str).to_numpy()
    within, counted = (pd.DataFrame(panel.columns[name]).groupby(site).sum() for name in ("within", "counted"))
    found: dict[str, tuple[float, float]] = {}
    for name, (kept, asked) in zip(within.index, zip(within.to_numpy(), counted.to_numpy(), strict=True), strict=True):
        share, scale = kept.sum() / max(asked.sum(), 1.0), max(asked.mean(), 1.0)
        half = half_width(((kept - share * asked) / scale)[None, :])[0]
        found[str(name)] = (float(share), float("inf") if np.isnan(half) else float(half))
    return found
