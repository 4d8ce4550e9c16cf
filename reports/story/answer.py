"""The answer in plain words: so many staff, so many of a hundred citizens wait too long, the promise needs so many."""

import math

from model.services import Target
from reports.phrase import Amount, Fact, Phrase
from reports.promise import kept, late
from reports.results import Compared, Needed, Planned, ScenarioResult
from reports.story.background import how_sure
from reports.story.blocks import Block, Part, Text, Tone
from reports.tables.days import period
from reports.tables.figures import Cited
from reports.tables.kinds import Estimate
from reports.tables.measures import estimate

KEY = "report.answer"


def answer_part(compared: Compared | None, planned: Planned | None, cited: tuple[Cited, ...] = ()) -> Part | None:
    """Return the part that a reader in a hurry reads, or None where there is nothing to tell.

    It ends with how sure the input is: an answer without that would show assumptions as facts.
    """
    blocks: list[Block] = []
    if compared is not None:
        lines = [_scenario(result, compared.target) for result in compared.results]
        blocks += [Text(line, Tone.ITEM) for line in (*lines, *_stranded(compared)) if line is not None]
    if planned is not None:
        blocks += [Text(line, Tone.ITEM) for line in (_week(planned), _roster(planned))]
    if not blocks:
        return None
    if compared is not None and len(compared.results) > 1:
        blocks.insert(0, Text(_headline(compared), Tone.LEAD))
    target = compared.target if compared else planned.target if planned else None
    if target is not None:
        blocks.append(Text(_promise(target), Tone.NOTE))
        blocks.append(Text(Phrase(f"report.leavers.{target.leavers.value}"), Tone.NOTE))
    certainty = how_sure(cited)
    if certainty is not None:
        blocks.append(Text(certainty, Tone.NOTE))
    return Part("answer", Phrase(f"{KEY}.title"), tuple(blocks))


def _headline(compared: Compared) -> Phrase:
    """Say how far apart the best and the worst scenario are."""
    shares = [(late(one.frames["total"], compared.target), one.name) for one in compared.results]
    known = [(share.value, name) for share, name in shares if share is not None and not math.isnan(share.value)]
    if not known:
        return Phrase(f"{KEY}.headline_none")
    low, high = min(known, key=lambda one: one[0]), max(known, key=lambda one: one[0])
    facts: dict[str, Fact] = {"minutes": _minutes(compared.target), "low": hundred(low[0]), "low_name": low[1]}
    return Phrase(f"{KEY}.headline", {**facts, "high": hundred(high[0]), "high_name": high[1]})


def _scenario(result: ScenarioResult, target: Target) -> Phrase | None:
    total = result.frames["total"]
    share, wait = late(total, target), estimate(total, "mean_wait")
    if share is None or wait is None or math.isnan(share.value):
        return None
    facts: dict[str, Fact] = {
        "name": result.name,
        "staff": Amount(result.staff),
        "sites": Amount(result.sites),
        "late": hundred(share.value),
        "minutes": _minutes(target),
        "mean": Amount(wait.value, 1),
        "needs": _needs(result.needed, result.staff, target),
    }
    return Phrase(f"{KEY}.scenario", facts)


def _stranded(compared: Compared) -> list[Phrase]:
    """Name the scenarios in which nobody serves some of the dossiers."""
    lost = [one for one in compared.results if one.stranded > 0]
    return [Phrase(f"{KEY}.stranded", {"name": one.name, "dossiers": Amount(one.stranded)}) for one in lost]


def _needs(needed: Needed | None, staff: int, target: Target) -> Phrase:
    if needed is None:
        return Phrase(f"{KEY}.needs_unknown")
    facts = {"needed": Amount(needed.staff), "share": Amount(target.share, 0, share=True), "minutes": _minutes(target)}
    if needed.beyond:
        return Phrase(f"{KEY}.needs_unreached", {**facts, "beyond": Amount(needed.beyond)})
    if needed.staff > staff:
        return Phrase(f"{KEY}.needs_more", {**facts, "more": Amount(needed.staff - staff)})
    if needed.short:
        return Phrase(f"{KEY}.needs_shared", {**facts, "short": Amount(needed.short)})
    return Phrase(f"{KEY}.needs_fewer" if needed.staff < staff else f"{KEY}.needs_same", facts)


def _week(planned: Planned) -> Phrase:
    sides = (planned.before["total"], planned.after["total"])
    pairs = [(estimate(one, "mean_wait"), kept(one, planned.target)) for one in sides]
    (wait, share), (new_wait, new_share) = pairs
    facts: dict[str, Fact] = {
        "site": planned.instance.sites[planned.site].name,
        "period": period(planned.dates),
        "minutes": _minutes(planned.target),
        "before": _value(wait, 1),
        "after": _value(new_wait, 1),
        "before_share": _value(share, 1, share=True),
        "after_share": _value(new_share, 1, share=True),
    }
    change = estimate(planned.changes["total"], "mean_wait")
    return Phrase(f"{KEY}.week_same" if change is not None and change.none else f"{KEY}.week", facts)


def _roster(planned: Planned) -> Phrase:
    facts = {
        "people": Amount(len({one.person for one in planned.roster.assignments})),
        "duties": Amount(len(planned.roster.assignments)),
        "breaches": Amount(planned.breaches),
    }
    return Phrase(f"{KEY}.roster_lawful" if planned.breaches == 0 else f"{KEY}.roster_broken", facts)


def _promise(target: Target) -> Phrase:
    facts: dict[str, Fact] = {"share": Amount(target.share, 0, share=True), "minutes": _minutes(target)}
    if target.mean is None:
        return Phrase(f"{KEY}.promise", facts)
    return Phrase(f"{KEY}.promise_mean", {**facts, "mean": Amount(target.mean)})


def hundred(share: float) -> Fact:
    """Return a share as so many of a hundred; a share below one half of a hundredth is said in words."""
    if 0 < share < 0.005:
        return Phrase(f"{KEY}.under_one")
    return Amount(100 * share)


def _minutes(target: Target) -> Amount:
    return Amount(target.within, 0 if float(target.within).is_integer() else 1)


def _value(found: Estimate | None, digits: int, share: bool = False) -> Amount:
    return Amount(math.nan if found is None else found.value, digits, share)
