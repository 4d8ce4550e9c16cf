"""``motcua replan``: on the day, from the present queue and who is here, change the rest of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.roster import Roster
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.certificate_file import read_certificate, roster_of
from reports.console.choices import WrongValueError, chosen
from reports.console.pledge_text import level_text, pledge_name
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.table_text import aligned
from reports.console.typed import typed
from reports.console.workspace import open_date_of, open_workspace, site_of
from reports.roster_book.shelf import safe
from reports.wording.numbers import day as day_text
from reports.wording.numbers import number

if TYPE_CHECKING:
    from scenarios.promise.replan import Outlook, Replanned
    from simulate.promise.rest import Moment

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    roster: Path
    at: str
    site: str | None
    date: str | None
    queue: Path | None
    absent: tuple[str, ...]
    changes: int
    out: Path


def replan(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Change the rest of the day, and write the roster that comes out."""
    from model.promise import promised
    from scenarios.promise.replan import replan as change

    instance, warnings = open_workspace(call, workspace)
    site = site_of(call, instance, wanted.site)
    roster, moment = _situation(call, instance, site, wanted)
    ready_engine(call)
    with progress(call, call.say("replan.bar"), wanted.changes) as update:
        found = change(
            instance,
            site,
            moment,
            promised(instance, site, moment.day),
            roster,
            seed=instance.settings.run.seed if call.seed is None else call.seed,
            most=wanted.changes,
            workers=call.workers,
            told=lambda done: update(done, str),
        )
        update(wanted.changes, str)
    stem = f"{safe(site)}_{moment.day.isoformat()}_{moment.minute // 60:02d}{moment.minute % 60:02d}"
    path = wanted.out / f"replan_{stem}.csv"
    _write(path, found.roster)
    return Answer(
        Exit.TARGET_MISSED if found.after.missed else Exit.DONE,
        tuple(_lines(call, instance, site, moment, found)),
        warnings if call.as_json else (),
        (path,),
        (typed("roster", "check", workspace, "--site", site, "--roster", path),),
        _record(found),
    )


def _situation(call: Call, instance: Instance, site: str, wanted: Wanted) -> "tuple[Roster, Moment]":
    """Return the roster that holds and how things stand."""
    from model.clock import minute_of
    from model.files.queues import read_queue
    from simulate.promise.rest import Moment

    roster = _roster(call, instance, wanted.roster)
    day = open_date_of(call, instance, site, wanted.date or roster.dates[0].isoformat())
    if day not in roster.dates:
        raise WrongValueError("--date", day.isoformat(), call.say("replan.other_date"))
    try:
        minute = minute_of(wanted.at)
    except ValueError as error:
        raise WrongValueError("--at", wanted.at, call.say("replan.at")) from error
    waiting = read_queue(wanted.queue, instance) if wanted.queue else ()
    late = next((one for one in waiting if one.since > minute), None)
    if late is not None:
        since = f"{late.since // 60:02d}:{late.since % 60:02d}"
        raise WrongValueError("--queue", since, call.say("replan.later", at=wanted.at))
    here = tuple(person.id for person in instance.staff.values() if person.site == site)
    absent = frozenset(chosen("--absent", one, here) for one in wanted.absent)
    return roster, Moment(day, minute, waiting, absent)


def _roster(call: Call, instance: Instance, path: Path) -> Roster:
    """Read a roster, or that of a certificate."""
    if path.suffix.casefold() == ".json":
        try:
            return roster_of(read_certificate(path))
        except ValueError as error:
            raise WrongValueError("--roster", str(path), call.say("verify.none")) from error
    from model.files.rosters import read_roster

    return read_roster(path, instance)


def _write(path: Path, roster: Roster) -> None:
    from model.files.rosters import write_roster

    path.parent.mkdir(parents=True, exist_ok=True)
    write_roster(path, roster)


def _lines(call: Call, instance: Instance, site: str, moment: "Moment", found: "Replanned") -> "list[str]":
    clock = f"{moment.minute // 60:02d}:{moment.minute % 60:02d}"
    facts = {"site": instance.sites[site].name, "date": day_text(moment.day, call.lang), "at": clock}
    waiting = sum(one.number for one in moment.waiting)
    lines = [call.say("replan.title", waiting=waiting, absent=len(moment.absent), **facts)]
    lines += _outlook(call, instance, "replan.before", found.before)
    if not found.before.missed:
        return [*lines, call.say("replan.nothing")]
    if not found.changes:
        return [*lines, call.say("replan.helpless")]
    lines.append(call.say("replan.changes"))
    rows = [
        (
            f"{instance.staff[one.person].name} ({one.person})",
            one.before or call.say("replan.off"),
            "→",
            one.after,
            str(instance.shifts[one.after].span),
            call.say("replan.more", minutes=number(one.minutes, call.lang)),
        )
        for one in found.changes
    ]
    lines += aligned(rows, (False, False, False, False, False, True))
    return [*lines, *_outlook(call, instance, "replan.after", found.after)]


def _outlook(call: Call, instance: Instance, key: str, outlook: "Outlook") -> list[str]:
    worst = [
        f"  {pledge_name(call, instance, pledge)}: {level_text(call, pledge, level)}"
        for pledge, level in outlook.missed[:SHOWN]
    ]
    if len(outlook.missed) > SHOWN:
        worst.append("  " + call.say("plan.more", count=len(outlook.missed) - SHOWN))
    return [call.say(key, missed=len(outlook.missed)), *worst]


def _record(found: "Replanned") -> dict[str, Any]:
    return {
        "changes": [
            {"staff": one.person, "before": one.before, "after": one.after, "minutes": one.minutes}
            for one in found.changes
        ],
        "missed_before": {pledge.id: level for pledge, level in found.before.missed},
        "missed_after": {pledge.id: level for pledge, level in found.after.missed},
        "paid_minutes_before": found.before.minutes,
        "paid_minutes_after": found.after.minutes,
        "roster": [{"staff": one.person, "shift": one.shift} for one in found.roster.assignments],
    }
