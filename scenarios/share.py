"""Share a whole number by weight, with a least share for everybody."""

from collections.abc import Mapping
from math import floor


def share(total: int, weights: Mapping[str, float], least: int = 0) -> dict[str, int]:
    """Share ``total`` in proportion to the weights by largest remainder, nobody below ``least``.

    Who would get less than the least gets the least, and the rest is shared among the others. Equal remainders are
    decided by the order of the mapping. Without any weight all count the same.

    Raises:
        ValueError: when the total is less than the least for everybody.
    """
    if total < least * len(weights):
        raise ValueError(f"{total} < {least} x {len(weights)}")
    if not sum(weights.values()):
        weights = dict.fromkeys(weights, 1.0)
    small: set[str] = set()
    while True:
        quotas = _quotas(total - least * len(small), {key: w for key, w in weights.items() if key not in small})
        low = {key for key, quota in quotas.items() if quota < least}
        if not low:
            break
        small |= low
    rounded = _round(total - least * len(small), quotas)
    return {key: rounded.get(key, least) for key in weights}


def _quotas(total: int, weights: Mapping[str, float]) -> dict[str, float]:
    """Return the exact, fractional shares."""
    whole = sum(weights.values())
    return {key: total * weight / whole if whole else 0.0 for key, weight in weights.items()}


def _round(total: int, quotas: Mapping[str, float]) -> dict[str, int]:
    """Round down and give what is left to the largest remainders."""
    shares = {key: floor(quota) for key, quota in quotas.items()}
    by_remainder = sorted(shares, key=lambda key: shares[key] - quotas[key])
    for key in by_remainder[: total - sum(shares.values())]:
        shares[key] += 1
    return shares
