"""``motcua plan city``: a date planned at every site, with a certificate for each; what is finished is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.certificate_file import certificate_record, read_certificate, write_certificate
from reports.console.choices import WrongValueError, chosen
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.table_text import aligned
from reports.console.typed import typed
from reports.console.workspace import open_workspace
from reports.roster_book.shelf import safe
from reports.wording.numbers import day as day_text
from reports.wording.numbers import number

if TYPE_CHECKING:
    from datetime import date

    from scenarios.promise.city import Answered

MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command; ``seconds`` are of the clock, for the search of each site."""

    scenario: str
    date: str | None
    effort: str
    seconds: float | None
    fresh: bool
    out: Path


def plan_city(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Plan every site that has no certificate of this workspace yet."""
    from scenarios.apply import scenario_instance
    from scenarios.promise.city import sites_to_plan

    named, warnings = open_workspace(call, workspace)
    instance = scenario_instance(named, chosen("--scenario", wanted.scenario, ("base", *named.scenarios)))
    day = _day(call, instance, wanted.date)
    sites = sites_to_plan(instance, day)
    if not sites:
        raise WrongValueError("--date", day.isoformat(), call.say("plan.closed"))
    found = {} if wanted.fresh else _finished(instance, day, sites, wanted)
    nobody: dict[str, tuple[str, ...]] = {}
    interrupted = False
    try:
        for one in _planned(call, instance, day, [site for site in sites if site not in found], wanted):
            if one.planned is None:
                nobody[one.site] = one.nobody
            else:
                record = certificate_record(instance, one.planned, scenario=wanted.scenario)
                write_certificate(_path(wanted, one.site, day), record)
                _roster(_path(wanted, one.site, day).with_suffix(".csv"), one)
                found[one.site] = record
    except KeyboardInterrupt:
        interrupted = True
    kept = all(record["certified"] for record in found.values()) and not nobody and len(found) == len(sites)
    return Answer(
        Exit.INTERRUPTED if interrupted else Exit.DONE if kept else Exit.TARGET_MISSED,
        tuple(_lines(call, instance, day, sites, found, nobody, interrupted=interrupted)),
        warnings if call.as_json else (),
        tuple(_path(wanted, site, day) for site in sites if site in found),
        (typed("plan", "city", workspace),) if interrupted else (typed("simulate", workspace),),
        {"date": day, "sites": {site: _plain(found[site]) for site in sites if site in found}, "nobody": nobody},
    )


def _day(call: Call, instance: Instance, text: str | None) -> "date":
    from datetime import date

    if text is None:
        return min(instance.calendar.worked(instance.settings.run.dates))
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongValueError("--date", text, call.say("plan.date")) from error


def _path(wanted: Wanted, site: str, day: "date") -> Path:
    return wanted.out / "city" / safe(wanted.scenario) / f"certificate_{safe(site)}_{day.isoformat()}.json"


def _roster(path: Path, one: "Answered") -> None:
    from model.files.rosters import write_roster

    if one.planned is not None:
        write_roster(path, one.planned.roster)


def _finished(instance: Instance, day: "date", sites: "tuple[str, ...]", wanted: Wanted) -> dict[str, dict[str, Any]]:
    """Return the certificates of this very workspace that are there already."""
    found = {}
    for site in sites:
        try:
            record = read_certificate(_path(wanted, site, day))
        except ValueError:
            continue
        if record["workspace"] == instance.digest:
            found[site] = record
    return found


def _planned(call: Call, instance: Instance, day: "date", sites: list[str], wanted: Wanted) -> "Iterator[Answered]":
    """Yield each site as it is planned."""
    from scenarios.promise.city import Task, plan_sites
    from scenarios.promise.plan import EFFORTS

    ready_engine(call)
    seed = instance.settings.run.seed if call.seed is None else call.seed
    task = Task(instance, day, seed, EFFORTS[wanted.effort], wanted.seconds)
    with progress(call, call.say("city_plan.bar", date=day_text(day, call.lang)), max(1, len(sites))) as update:
        for done, one in enumerate(plan_sites(task, sites, call.workers), 1):
            yield one
            update(done, partial(str, instance.sites[one.site].name))


def _lines(
    call: Call,
    instance: Instance,
    day: "date",
    sites: "tuple[str, ...]",
    found: dict[str, dict[str, Any]],
    nobody: "dict[str, tuple[str, ...]]",
    *,
    interrupted: bool,
) -> "list[str]":
    lang = call.lang
    certified = sum(bool(record["certified"]) for record in found.values())
    hours = sum(float(record["paid_hours"]) for record in found.values())
    facts = {"date": day_text(day, lang), "sites": len(sites), "done": len(found), "certified": certified}
    lines = [call.say("city_plan.title", hours=number(hours, lang, 1), **facts)]
    rows = [tuple(call.say(f"city_plan.column.{name}") for name in ("site", "people", "hours", "kept", "verdict"))]
    for site in [site for site in sites if site in found][:MOST_SHOWN]:
        record = found[site]
        kept = sum(one["decision"] == "kept" for one in record["pledges"])
        verdict = call.say("city_plan.certified" if record["certified"] else "city_plan.not_certified")
        people = number(len(record["roster"]), lang)
        shown = (people, number(float(record["paid_hours"]), lang, 1), f"{kept}/{len(record['pledges'])}", verdict)
        rows.append((instance.sites[site].name, *shown))
    lines += aligned(rows, (False, True, True, True, False))
    if len(found) > MOST_SHOWN:
        lines.append(call.say("plan.more", count=len(found) - MOST_SHOWN))
    for site, services in nobody.items():
        lines.append(call.say("plan.nobody", services=", ".join(services), site=instance.sites[site].name))
    return [*lines, *((call.say("city_plan.stopped"),) * interrupted)]


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in ("certified", "paid_hours", "least_hours_by_work", "days")}
