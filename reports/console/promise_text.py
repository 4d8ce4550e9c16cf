"""Is the promise kept? One sentence, with the interval and what was promised."""

from typing import TYPE_CHECKING

from model.services import Target
from reports.console.call import Call
from reports.tables.kinds import Estimate, Kind, Spread, written
from reports.tables.measures import estimate
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    import pandas as pd


def share_kept(total: "pd.DataFrame") -> Estimate | None:
    """Return the share of citizens called within the minutes promised for their service."""
    return estimate(total, "within")


def promise_line(call: Call, total: "pd.DataFrame", target: Target) -> str:
    """Say whether the promise is kept, missed, or too close to tell."""
    found = share_kept(total)
    if found is None:
        return call.say("promise.nobody")
    verdict = "kept" if found.low >= target.share else "missed" if found.high < target.share else "open"
    return call.say(
        f"promise.{verdict}",
        share=written(found, Kind.PERCENT, 1, Spread.HALF, call.lang),
        target=percent(target.share, call.lang, 0),
        minutes=number(target.within, call.lang),
    )
