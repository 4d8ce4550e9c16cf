"""Is the promise kept? One sentence, with the interval and what was promised."""

import math
from typing import TYPE_CHECKING

from model.services import Target
from reports.console.call import Call
from reports.tables.kinds import Estimate, Kind, Spread, written
from reports.tables.measures import estimate
from reports.wording import say
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    import pandas as pd


def share_kept(total: "pd.DataFrame") -> Estimate | None:
    """Return the share of citizens called within the minutes promised for their service."""
    return estimate(total, "within")


def leavers_lines(call: Call, total: "pd.DataFrame", leavers: str) -> tuple[str, ...]:
    """Say how those who left count in the shares called in time; nothing where nobody left: all rules agree then."""
    left = estimate(total, "left")
    return (say(call.lang, f"trust.leavers.{leavers}"),) if left is not None and left.value > 0 else ()


def promise_line(call: Call, total: "pd.DataFrame", target: Target) -> str:
    """Say whether the promise is kept, missed, or too close to tell; a promised mean has to be kept as well."""
    share, wait = share_kept(total), estimate(total, "wait_of_all")
    if share is None or wait is None or math.isnan(share.value):
        return call.say("promise.nobody")
    text = call.say(
        f"promise.{_verdict(share, wait, target)}",
        share=written(share, Kind.PERCENT, 1, Spread.HALF, call.lang),
        target=percent(target.share, call.lang, 0),
        minutes=number(target.within, call.lang),
    )
    if target.mean is None:
        return text
    mean = written(wait, Kind.NUMBER, 1, Spread.HALF, call.lang)
    return call.say("promise.mean", verdict=text, mean=mean, limit=number(target.mean, call.lang))


def _verdict(share: Estimate, wait: Estimate, target: Target) -> str:
    """Return ``missed`` when one half of the promise surely is, ``kept`` when both halves surely are, else ``open``."""
    limit = math.inf if target.mean is None else target.mean
    if share.high < target.share or wait.low > limit:
        return "missed"
    return "kept" if share.low >= target.share and wait.high <= limit else "open"
