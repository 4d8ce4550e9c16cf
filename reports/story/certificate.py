"""The certificate as a page anyone can read: what is promised, whether it holds, how that is known, who works."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.figures import Name
from model.instance import Instance
from model.promise import HOUR
from reports.charts.lateness import LatenessMap
from reports.phrase import Amount, Fact, Phrase
from reports.story.background import how_sure
from reports.story.blocks import Block, Drawn, Part, Shown, Story, Text, Tone
from reports.tables.figures import Cited
from reports.tables.promise import findings_table, worked_table

if TYPE_CHECKING:
    from scenarios.promise.plan import Planned
    from simulate.promise.certify import Finding

KEY = "certificate"
LIMITS = ("demand", "data", "tries")


def certificate_story(instance: Instance, planned: "Planned", file: str, cited: Sequence[Cited] = ()) -> Story:
    """Return the page of a plan; ``file`` is the certificate somebody can check."""
    subject = Phrase(f"{KEY}.subject", {"site": instance.sites[planned.site].name, "date": planned.day})
    answer, promises = _answer(planned, tuple(cited)), _promises(instance, planned)
    return Story(subject, (), (answer, promises, _proof(planned, file), _people(instance, planned)))


def _answer(planned: "Planned", cited: tuple[Cited, ...]) -> Part:
    found = planned.certificate
    kept = sum(one.decision.value == "kept" for one in found.findings)
    facts: dict[str, Fact] = {
        "people": Amount(len(planned.roster.assignments)),
        "hours": Amount(planned.plan.minutes / 60, 1),
        "pledges": Amount(len(found.findings)),
        "kept": Amount(kept),
        "confidence": Amount(found.confidence, 0, True),
        "days": Amount(found.days),
        "work": Amount(planned.offered, 1),
        "date": planned.day,
    }
    verdict = "certified" if found.kept and not planned.breaches else "unlawful" if found.kept else "not_certified"
    blocks: list[Block] = [Text(Phrase(f"{KEY}.answer.{verdict}", facts), Tone.LEAD)]
    blocks += [Text(Phrase(f"{KEY}.answer.work", facts)), Text(bound_phrase(planned))]
    sure = how_sure(cited)
    return Part("answer", Phrase(f"{KEY}.answer.title"), (*blocks, *([Text(sure, Tone.NOTE)] if sure else [])))


def bound_phrase(planned: "Planned") -> Phrase:
    """Return how far the plan is from the least that the work alone needs."""
    if planned.bound is None:
        return Phrase(f"{KEY}.bound.none")
    if planned.gap is None:
        return Phrase(f"{KEY}.bound.unknown")
    return Phrase(f"{KEY}.bound.least", {"least": Amount(planned.bound / 60, 1), "gap": Amount(planned.gap, 0, True)})


def _promises(instance: Instance, planned: "Planned") -> Part:
    findings = planned.certificate.findings
    drawn = lateness_map(instance, findings)
    blocks: list[Block] = [Text(Phrase(f"{KEY}.promises.intro"))]
    blocks += [Drawn(drawn)] if drawn is not None else []
    worst_first = sorted(findings, key=lambda one: -used(one))
    return Part("promises", Phrase(f"{KEY}.promises.title"), (*blocks, Shown(findings_table(instance, worst_first))))


def _proof(planned: "Planned", file: str) -> Part:
    found = planned.certificate
    facts: dict[str, Fact] = {
        "days": Amount(found.days),
        "error": Amount(1 - found.confidence, 0, True),
        "pledges": Amount(len(found.findings)),
        "looks": Amount(len(found.looks)),
        "file": file,
    }
    steps = [Text(Phrase(f"{KEY}.proof.{step}", facts), Tone.ITEM) for step in ("fresh", "sure", "rules", "check")]
    limits = [Text(Phrase(f"{KEY}.limits.{one}"), Tone.ITEM) for one in LIMITS]
    return Part("proof", Phrase(f"{KEY}.proof.title"), (*steps, Text(Phrase(f"{KEY}.limits.intro")), *limits))


def _people(instance: Instance, planned: "Planned") -> Part:
    return Part("people", Phrase(f"{KEY}.people.title"), (Shown(worked_table(instance, planned.roster)),))


def used(one: "Finding") -> float:
    """Return which part of what is allowed the days used: 1 is the limit."""
    return one.level / one.pledge.limit if one.pledge.limit > 0 else float(one.level > 0)


def lateness_map(instance: Instance, findings: Sequence["Finding"]) -> LatenessMap | None:
    """Return the map of the pledges for one service and an hour or so each; None where there are none of them."""
    single = [one for one in findings if len(one.pledge.services) == 1 and one.visits]
    hourly = [one for one in single if one.pledge.window.minutes <= HOUR]
    if not hourly:
        return None
    hours = tuple(sorted({one.pledge.window.start for one in hourly}))
    services = list(dict.fromkeys(next(iter(one.pledge.services)) for one in hourly))
    cells: dict[tuple[str, int], float] = {}
    for one in hourly:
        key = next(iter(one.pledge.services)), one.pledge.window.start
        cells[key] = max(cells.get(key, 0.0), used(one))
    rows = tuple(tuple(cells.get((name, hour), math.nan) for hour in hours) for name in services)
    names: tuple[Name, ...] = tuple(instance.services[name].name for name in services)
    return LatenessMap(names, hours, rows)
