"""The promise in numbers: the share of citizens who wait longer than promised."""

from typing import TYPE_CHECKING

from model.services import Target
from reports.tables.kinds import Estimate
from reports.tables.measures import estimate

if TYPE_CHECKING:
    import pandas as pd

MEASURED = {15.0: "within15", 30.0: "within30"}


def kept(frame: "pd.DataFrame", target: Target) -> Estimate | None:
    """Return the share called within the promised minutes.

    15 and 30 minutes are measured for every citizen; for another promise each service's own target counts.
    """
    return estimate(frame, MEASURED.get(float(target.within), "within"))


def late(frame: "pd.DataFrame", target: Target) -> Estimate | None:
    """Return the share of citizens who wait longer than promised."""
    found = kept(frame, target)
    return None if found is None else Estimate(1 - found.value, 1 - found.high, 1 - found.low)
