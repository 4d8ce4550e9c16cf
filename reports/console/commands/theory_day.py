"""``motcua theory day``: a simulated day beside what exactly solved queues say of it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.roster import Roster
from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.ready import ready_engine
from reports.console.table_text import aligned
from reports.console.typed import typed
from reports.console.workspace import open_date_of, open_workspace, site_of
from reports.wording.numbers import NONE, day, number

if TYPE_CHECKING:
    from simulate.second_opinion import Opinion

MINUTES_PER_HOUR = 60
DEFAULT_REPLICATIONS = 50
ENDLESS = "∞"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    site: str | None
    date: str | None
    roster: Path | None
    replications: int | None


def theory_day(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Simulate a site on a date and set each group of services beside the formulas."""
    from simulate.second_opinion import second_opinion

    instance, warnings = open_workspace(call, workspace)
    site = site_of(call, instance, wanted.site)
    when = open_date_of(call, instance, site, wanted.date)
    ready_engine(call)
    opinions = second_opinion(
        instance,
        site,
        when,
        replications=wanted.replications or DEFAULT_REPLICATIONS,
        seed=call.seed,
        roster=_roster(wanted.roster, instance),
    )
    title = call.say("theory_day.title", site=instance.sites[site].name, date=day(when, call.lang))
    lines = [title, *(line for one in opinions for line in _lines(call, instance, one))]
    if not opinions:
        lines.append(call.say("theory_day.nobody"))
    return Answer(
        lines=(*lines, *_cautions(call, instance, site)),
        problems=warnings if call.as_json else (),
        next=(typed("simulate", workspace, "--site", site),),
        result={"site": site, "date": when, "groups": [_record(one) for one in opinions]},
    )


def _roster(path: Path | None, instance: Instance) -> Roster | None:
    if path is None:
        return None
    from model.files.rosters import read_roster

    return read_roster(path, instance)


def _lines(call: Call, instance: Instance, one: "Opinion") -> Iterator[str]:
    """Yield a group: who is in it, the hours, the day."""
    lang = call.lang
    names = ", ".join(instance.services[name].name.text(lang) for name in one.services)
    facts = {"services": names, "people": one.people, "minutes": number(one.minutes, lang, 1)}
    yield ""
    yield call.say("theory_day.group", variation=number(one.variation, lang, 2), **facts)
    columns = ["hour", "arrivals", "load", "servers", "simulated", "finishing", "stopping", "steady"]
    columns += [] if one.steady_leaving is None else ["steady_leaving"]
    rows = [tuple(call.say(f"theory_day.column.{name}") for name in columns), *_hours(one, lang), _whole(call, one)]
    yield from aligned(rows, (False, *(True,) * (len(columns) - 1)))
    nearest = one.finishing if one.finishing is not None else one.stopping
    if nearest is not None:
        scaled = number(one.by_variation(one.of_day(nearest)), lang, 1)
        yield call.say("theory_day.scaled", minutes=scaled, variation=number(one.variation, lang, 2))
    if one.patience is not None:
        yield call.say("theory_day.leaving", minutes=number(one.patience, lang, 0))


def _hours(one: "Opinion", lang: str) -> Iterator[tuple[str, ...]]:
    """Yield a row for every hour, its slots weighted by their arrivals."""
    step = MINUTES_PER_HOUR // one.slot
    begins = range(0, len(one.arrivals), step)
    for begin in begins:
        part = slice(begin, begin + step)
        weight = one.arrivals[part]
        minute = one.first + begin * one.slot

        def mean(waits: "Any", part: slice = part, weight: "Any" = weight) -> float:
            if waits is None or not weight.sum():
                return math.nan
            kept = weight > 0
            return float((waits[part][kept] * weight[kept]).sum() / weight.sum())

        servers = sorted(set(one.servers[part].tolist()))
        yield (
            f"{minute // 60:02d}:{minute % 60:02d}",
            number(float(weight.sum()), lang, 1),
            number(float(one.load[part].mean()), lang, 1),
            "–".join(map(str, dict.fromkeys((servers[0], servers[-1])))),
            number(mean(one.simulated), lang, 1),
            *(_wait(mean(waits), lang) for waits in (one.finishing, one.stopping, one.steady)),
            *(() if one.steady_leaving is None else (_wait(mean(one.steady_leaving), lang),)),
        )


def _wait(minutes: float, lang: str) -> str:
    """Return minutes in words; a queue that grows without end has the sign of it."""
    return ENDLESS if math.isinf(minutes) else number(minutes, lang, 1)


def _whole(call: Call, one: "Opinion") -> tuple[str, ...]:
    lang = call.lang
    exact = [NONE if waits is None else number(one.of_day(waits), lang, 1) for waits in (one.finishing, one.stopping)]
    half = NONE if math.isnan(one.day_half) else number(one.day_half, lang, 1)
    simulated = f"{number(one.day_simulated, lang, 1)} ± {half}"
    blank = ("",) if one.steady_leaving is None else ("", "")
    return (call.say("theory_day.whole"), number(float(one.arrivals.sum()), lang, 1), "", "", simulated, *exact, *blank)


def _cautions(call: Call, instance: Instance, site: str) -> Iterator[str]:
    """Yield what the formulas leave out and this workspace has."""
    rules, services = instance.settings.rules, instance.services.values()
    has = {
        "busyness": instance.demand.day_cv > 0,
        "patience": any(one.patience for one in services) or bool(rules.balking) or rules.not_there > 0,
        "priority": any(one.priority_share for one in services),
        "stages": bool(instance.stages) or _back_the_same_day(instance),
        "crowd": instance.settings.crowd.share > 0,
        "machines": any(one.site == site for one in instance.machines.values()),
        "systems": any(one.system for one in services),
        "absence": _may_be_absent(instance, site),
    }
    yield ""
    yield call.say("theory_day.assumes")
    yield call.say("theory_day.steady")
    left_out = [call.say(f"theory_day.ignores.{name}") for name, there in has.items() if there]
    if left_out:
        yield call.say("theory_day.ignored", what=", ".join(left_out))


def _back_the_same_day(instance: Instance) -> bool:
    """Return whether anybody whose papers were missing is back on the same date."""
    return instance.settings.papers_same_day > 0 and any(one.papers_missing for one in instance.services.values())


def _may_be_absent(instance: Instance, site: str) -> bool:
    """Return whether chance may keep anybody at home: by the rate of a person, of the site or of all sites."""
    rates = [instance.settings.absence.rate, instance.sites[site].absence_rate]
    return any((*rates, *(one.absence_rate for one in instance.staff.values())))


def _record(one: "Opinion") -> dict[str, Any]:
    """Return a group for programs; what has no value has none in JSON."""

    def listed(values: Any) -> list[float | None] | None:
        return None if values is None else [float(value) if math.isfinite(value) else None for value in values]

    return {
        "services": list(one.services),
        "people": one.people,
        "first_minute": one.first,
        "slot_minutes": one.slot,
        "minutes": one.minutes,
        "variation": one.variation,
        "arrivals": listed(one.arrivals),
        "servers": [int(value) for value in one.servers],
        "simulated": listed(one.simulated),
        "half": listed(one.half),
        "finishing": listed(one.finishing),
        "stopping": listed(one.stopping),
        "patience": one.patience,
        "load": listed(one.load),
        "erlang_c": listed(one.steady),
        "erlang_a": listed(one.steady_leaving),
        "simulated_day": one.day_simulated,
        "half_day": None if math.isnan(one.day_half) else one.day_half,
        "finishing_day": None if one.finishing is None else one.of_day(one.finishing),
        "stopping_day": None if one.stopping is None else one.of_day(one.stopping),
    }
