"""``motcua plan week``: every day of a week against its promise, people named by all rules, each day certified."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.certificate_file import certificate_record, write_certificate
from reports.console.choices import WrongValueError
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.table_text import aligned
from reports.console.typed import typed
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.shelf import period_text, safe
from reports.wording.numbers import day as day_text
from reports.wording.numbers import number

if TYPE_CHECKING:
    from datetime import date

    from model.instance import Instance
    from scenarios.promise.search import Used
    from scenarios.promise.week import Week

# Naming and certifying come after the searches.
SEARCH_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command; ``seconds`` are of the clock, for the whole week."""

    site: str | None
    week: str | None
    effort: str
    seconds: float | None
    out: Path


def plan_week(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Plan, name and certify the days on which the site is open; write the roster and a certificate a day."""
    from scenarios.promise.prepare import NobodyError
    from scenarios.promise.week import NoWeekError

    instance, warnings = open_workspace(call, workspace)
    site = site_of(call, instance, wanted.site)
    dates = tuple(day for day in week_of(call, instance, wanted.week) if instance.opening(site, day))
    if not dates:
        raise WrongValueError("--week", wanted.week or "", call.say("plan.closed"))
    try:
        week = _planned(call, instance, site, dates, wanted)
    except NobodyError as error:
        line = call.say("plan.nobody", services=", ".join(error.services), site=instance.sites[site].name)
        return Answer(Exit.NO_ROSTER, (line,), warnings, result={"site": site, "nobody": error.services})
    except NoWeekError:
        line = call.say("week_plan.none", site=instance.sites[site].name)
        return Answer(Exit.NO_ROSTER, (line,), warnings, result={"site": site})
    folder = wanted.out / f"plan_{safe(site)}_{period_text(dates)}"
    files = [
        write_certificate(
            folder / f"certificate_{safe(site)}_{one.day.isoformat()}.json", certificate_record(instance, one)
        )
        for one in week.days
    ]
    roster = folder / "roster.csv"
    _write(roster, week)
    return Answer(
        Exit.DONE if week.certified else Exit.TARGET_MISSED,
        tuple(_lines(call, instance, week)),
        warnings if call.as_json else (),
        (roster, *files),
        (
            typed("roster", "check", workspace, "--site", site, "--roster", roster),
            typed("simulate", workspace, "--roster", roster),
        ),
        _record(week),
    )


def _planned(call: Call, instance: "Instance", site: str, dates: "tuple[date, ...]", wanted: Wanted) -> "Week":
    from scenarios.promise.plan import EFFORTS
    from scenarios.promise.week import plan_week as plan

    ready_engine(call)
    steps = 2 * len(dates)
    with progress(call, call.say("week_plan.bar", site=instance.sites[site].name), steps) as update:
        return plan(
            instance,
            site,
            dates,
            seed=instance.settings.run.seed if call.seed is None else call.seed,
            effort=EFFORTS[wanted.effort],
            workers=call.workers,
            used=_clock(wanted.seconds, len(dates)),
            told=lambda done: update(done, str),
        )


def _clock(seconds: float | None, days: int) -> "Callable[[int], Used]":
    """Return for each date in turn which part of its share of the clock is gone."""
    began = time.perf_counter()

    def of_day(at: int) -> "Used":
        if seconds is None:
            return lambda: 0.0
        share = SEARCH_SHARE * seconds / days
        start, end = time.perf_counter(), began + share * (at + 1)
        return lambda: (time.perf_counter() - start) / max(1e-9, end - start)

    return of_day


def _write(path: Path, week: "Week") -> None:
    from model.files.rosters import write_roster

    path.parent.mkdir(parents=True, exist_ok=True)
    write_roster(path, week.roster)


def _lines(call: Call, instance: "Instance", week: "Week") -> "list[str]":
    lang = call.lang
    hours = sum(one.plan.minutes for one in week.days) / 60
    key = "week_plan.certified" if week.certified else "week_plan.not_certified"
    lines = [call.say(key, site=instance.sites[week.site].name, days=len(week.days), hours=number(hours, lang, 1))]
    rows = [tuple(call.say(f"city_plan.column.{name}") for name in ("date", "people", "hours", "kept", "verdict"))]
    for one in week.days:
        found = one.certificate
        kept = sum(it.decision.value == "kept" for it in found.findings)
        verdict = call.say("city_plan.certified" if found.kept else "city_plan.not_certified")
        people = number(len(one.roster.assignments), lang)
        shown = (people, number(one.plan.minutes / 60, lang, 1), f"{kept}/{len(found.findings)}", verdict)
        rows.append((day_text(one.day, lang), *shown))
    lines += aligned(rows, (False, True, True, True, False))
    lines += [
        "  " + call.say("week_plan.missing", date=day_text(day, lang), count=count)
        for day, count in week.missing.items()
        if count
    ]
    if week.breaches:
        lines.append(call.say("plan.unlawful", count=len(week.breaches)))
    return lines


def _record(week: "Week") -> dict[str, Any]:
    return {
        "site": week.site,
        "certified": week.certified,
        "lawful": not week.breaches,
        "days": [
            {
                "date": one.day,
                "certified": one.certificate.kept,
                "paid_hours": one.plan.minutes / 60,
                "missing": week.missing.get(one.day, 0),
            }
            for one in week.days
        ],
        "roster": [{"date": it.date, "staff": it.person, "shift": it.shift} for it in week.roster.assignments],
    }
