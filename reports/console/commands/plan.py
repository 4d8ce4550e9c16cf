"""``motcua plan``: the cheapest roster of a day that keeps the promise, with a certificate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.roster import Roster
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.certificate_file import certificate_record, read_certificate, roster_of, write_certificate
from reports.console.choices import WrongValueError
from reports.console.plan_progress import Clock, search_note
from reports.console.pledge_text import shortfall
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.screen import tell
from reports.console.typed import typed
from reports.console.workspace import open_date_of, open_workspace, site_of
from reports.roster_book.shelf import safe
from reports.wording.numbers import day as day_text
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    from scenarios.promise.plan import Planned
    from scenarios.promise.search import Now

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command; ``seconds`` None means the effort alone decides."""

    site: str | None
    date: str | None
    effort: str
    seconds: float | None
    resume: Path | None
    out: Path
    robust: float = 0.0


def plan(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Search, certify, write the certificate and the roster."""
    from scenarios.promise.holds import uncertain

    named, warnings = open_workspace(call, workspace)
    instance = uncertain(named, wanted.robust / 100)
    site = site_of(call, instance, wanted.site)
    day = open_date_of(call, instance, site, wanted.date)
    stem = f"{safe(site)}_{day.isoformat()}"
    plain, stem = stem, f"{stem}_robust{wanted.robust:g}" if wanted.robust else stem
    unfinished = wanted.out / "unfinished" / f"plan_{stem}.csv"
    start = _start(call, instance, wanted.resume, day)
    if start is None and unfinished.exists() and not call.quiet:
        tell(call.say("plan.left", path=unfinished))
    from scenarios.promise.prepare import NobodyError

    try:
        planned = _searched(call, instance, site, day, start, wanted, unfinished)
    except NobodyError as error:
        line = call.say("plan.nobody", services=", ".join(error.services), site=instance.sites[site].name)
        return Answer(Exit.NO_ROSTER, (line,), warnings, result={"site": site, "date": day, "nobody": error.services})
    except KeyboardInterrupt:
        if not unfinished.exists():
            raise
        said = call.say("plan.stopped", path=unfinished)
        return Answer(Exit.INTERRUPTED, (said,), warnings if call.as_json else (), (unfinished,))
    record = certificate_record(instance, planned, wanted.robust / 100)
    path = write_certificate(wanted.out / f"certificate_{stem}.json", record)
    page = _page(call, instance, planned, path.with_suffix(".html"))
    roster = _roster(wanted.out / f"roster_{stem}.csv", planned.roster)
    unfinished.unlink(missing_ok=True)
    code = Exit.DONE if record["certified"] else Exit.TARGET_MISSED
    return Answer(
        Exit.INTERRUPTED if planned.interrupted else code,
        (*_lines(call, instance, planned), *_price(call, wanted, plain, record)),
        warnings if call.as_json else (),
        (path, page, roster),
        (typed("verify", path, workspace), typed("simulate", workspace, "--roster", roster)),
        {**record, "gap": planned.gap},
    )


def _price(call: Call, wanted: Wanted, plain: str, record: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what the reserve for uncertain days costs, against the plan without it where there is one."""
    if not wanted.robust:
        return ()
    amount = number(wanted.robust, call.lang)
    try:
        other = read_certificate(wanted.out / f"certificate_{plain}.json")
    except ValueError:
        return (call.say("plan.robust", amount=amount), call.say("plan.robust_alone"))
    if other["workspace"] != record["workspace"]:
        return (call.say("plan.robust", amount=amount), call.say("plan.robust_alone"))
    more = record["paid_hours"] - float(other["paid_hours"])
    return (call.say("plan.robust", amount=amount), call.say("plan.robust_price", hours=number(more, call.lang, 1)))


def _start(call: Call, instance: Instance, path: Path | None, day: date) -> Roster | None:
    """Return the roster to go on from: of an earlier certificate, or what a stopped search had found."""
    if path is None:
        return None
    if path.suffix.casefold() == ".csv":
        from model.files.rosters import read_roster

        found = read_roster(path, instance)
        if found.dates != (day,):
            raise WrongValueError("--resume", str(path), call.say("plan.other_date", date=day_text(day, call.lang)))
        return found
    try:
        found = roster_of(read_certificate(path))
    except ValueError as error:
        raise WrongValueError("--resume", str(path), call.say("verify.none")) from error
    if found.dates != (day,):
        raise WrongValueError("--resume", str(path), call.say("plan.other_date", date=day_text(day, call.lang)))
    return found


def _searched(
    call: Call, instance: Instance, site: str, day: date, start: Roster | None, wanted: Wanted, kept: Path
) -> "Planned":
    from scenarios.promise.plan import EFFORTS, plan_day

    ready_engine(call)
    effort = EFFORTS[wanted.effort]
    clock = Clock(wanted.seconds)
    title = call.say("plan.title", site=instance.sites[site].name, date=day_text(day, call.lang))
    with progress(call, title, effort.played) as update:

        def on_bound(bound: int | None) -> None:
            clock.begin()
            if bound and not call.quiet:
                tell(call.say("plan.bound_first", title=title, least=number(bound / 60, call.lang, 1)))

        def on_step(now: "Now") -> None:
            done = max(now.simulations * effort.days, int(clock.used() * effort.played))
            update(min(effort.played, done), lambda: search_note(call, now))

        return plan_day(
            instance,
            site,
            day,
            seed=call.seed,
            effort=effort,
            workers=call.workers,
            start=start,
            used=clock.used,
            on_bound=on_bound,
            on_step=on_step,
            on_best=lambda roster: _keep(kept, roster),
        )


def _keep(path: Path, roster: Roster) -> None:
    """Keep the best roster found so far, so that nothing that stops the search costs more than the last step."""
    _roster(path, roster)


def _lines(call: Call, instance: Instance, planned: "Planned") -> tuple[str, ...]:
    from reports.story.certificate import bound_phrase

    found = planned.certificate
    facts = {
        "site": instance.sites[planned.site].name,
        "date": day_text(planned.day, call.lang),
        "hours": number(planned.plan.minutes / 60, call.lang, 1),
        "people": len(planned.roster.assignments),
        "confidence": percent(found.confidence, call.lang, 0),
        "days": number(found.days, call.lang),
        "pledges": len(found.findings),
    }
    lines = [call.say("plan.certified" if found.kept else "plan.not_certified", **facts)]
    lines.append(call.say("plan.work", hours=number(planned.offered, call.lang, 1)))
    lines.append(bound_phrase(planned).text(call.lang))
    short = [one for one in found.findings if one.decision.value != "kept"]
    for one in sorted(short, key=lambda one: one.pledge.limit - one.level)[:MOST_SHOWN]:
        lines.append("  " + shortfall(call, instance, one))
    if len(short) > MOST_SHOWN:
        lines.append("  " + call.say("plan.more", count=len(short) - MOST_SHOWN))
    if planned.breaches:
        lines.append(call.say("plan.unlawful", count=len(planned.breaches)))
    return tuple(lines)


def _page(call: Call, instance: Instance, planned: "Planned", path: Path) -> Path:
    """Write the certificate as a page anyone can read."""
    from reports.story.certificate import certificate_story
    from reports.tables.figures import Cited
    from reports.writers.page import write_page

    cited = tuple(Cited(instance.name, figure) for figure in instance.figures)
    write_page(path, certificate_story(instance, planned, path.with_suffix(".json").name, cited), call.lang)
    return path


def _roster(path: Path, roster: Roster) -> Path:
    from model.files.rosters import write_roster

    path.parent.mkdir(parents=True, exist_ok=True)
    write_roster(path, roster)
    return path
