"""``motcua trace``: follow one citizen, one counter or one member of staff through a played day, or draw the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from model.files.atomic import replace_file
from model.instance import Instance
from model.roster import Roster
from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.choices import WrongValueError, chosen
from reports.console.workspace import open_workspace, site_of
from reports.trace.citizen import citizen_lines, citizen_record
from reports.trace.scene import Scene
from reports.trace.server import server_lines, server_record
from reports.wording import say
from reports.wording.numbers import day


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    date: str
    scenario: str
    site: str | None
    roster: Path | None
    replication: int
    citizen: int | None
    counter: str | None
    person: str | None
    picture: Path | None = None


def trace(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Play the date of the replication again and tell what was asked for."""
    if all(one is None for one in (wanted.citizen, wanted.counter, wanted.person, wanted.picture)):
        raise WrongValueError("--citizen", "", _wrong(call, "nothing"))
    base, warnings = open_workspace(call, workspace)
    instance = _scenario(base, wanted.scenario)
    site, when = _site(call, instance, wanted), _date(call, wanted.date)
    _check(instance, site, wanted)
    scene = _scene(call, instance, site, when, wanted)
    lines: list[str] = []
    result: dict[str, Any] = {"site": site, "date": when, "replication": wanted.replication}
    if wanted.citizen is not None:
        lines += _citizen(call, scene, wanted.citizen, result)
    if wanted.counter is not None or wanted.person is not None:
        lines += _servers(scene, wanted, result)
    files = () if wanted.picture is None else (_picture(call, scene, wanted.picture),)
    return Answer(lines=tuple(lines), problems=warnings if call.as_json else (), files=files, result=result)


def _wrong(call: Call, key: str, **facts: object) -> str:
    return say(call.lang, f"trace.wrong.{key}", **facts)


def _scenario(base: Instance, scenario: str) -> Instance:
    from scenarios.apply import scenario_instance

    return scenario_instance(base, chosen("--scenario", scenario, ("base", *base.scenarios)))


def _date(call: Call, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongValueError("--date", text, _wrong(call, "date")) from error


def _site(call: Call, instance: Instance, wanted: Wanted) -> str:
    """Return the site asked for, else the one of the counter or the person, else the only one."""
    if wanted.site is None:
        if wanted.counter is not None:
            return instance.counters[chosen("--counter", wanted.counter, tuple(instance.counters))].site
        if wanted.person is not None:
            return instance.staff[chosen("--person", wanted.person, tuple(instance.staff))].site
    return site_of(call, instance, wanted.site)


def _check(instance: Instance, site: str, wanted: Wanted) -> None:
    """Refuse a counter of another site, and a person nobody knows; people may be lent."""
    if wanted.counter is not None:
        chosen("--counter", wanted.counter, [one.id for one in instance.counters.values() if one.site == site])
    if wanted.person is not None:
        chosen("--person", wanted.person, tuple(instance.staff))


def _scene(call: Call, instance: Instance, site: str, when: date, wanted: Wanted) -> Scene:
    """Play the site on the date."""
    from simulate.closeup import lens

    roster = _roster(wanted.roster, instance)
    if not instance.calendar.worked((when,)) or not instance.opening(site, when):
        raise WrongValueError("--date", wanted.date, _wrong(call, "closed"))
    view = lens(instance, seed=call.seed, dates=(when,), roster=roster, sites={site})
    close = view.look(when, wanted.replication)
    place = list(instance.sites).index(site)
    if place not in close.sites:
        raise WrongValueError("--date", wanted.date, _wrong(call, "none"))
    return Scene(view, close, close.sites[place], call.lang)


def _roster(path: Path | None, instance: Instance) -> Roster | None:
    if path is None:
        return None
    from model.files.rosters import read_roster

    return read_roster(path, instance)


def _citizen(call: Call, scene: Scene, number: int, result: dict[str, Any]) -> Iterable[str]:
    from simulate.follow import follow_citizen

    last = len(scene.site.mine)
    if not 1 <= number <= last:
        hint = _wrong(call, "citizens", last=last) if last else _wrong(call, "none")
        raise WrongValueError("--citizen", str(number), hint)
    citizen = follow_citizen(scene.close, scene.site, number)
    result["citizen"] = citizen_record(scene, citizen)
    return citizen_lines(scene, citizen)


def _servers(scene: Scene, wanted: Wanted, result: dict[str, Any]) -> Iterable[str]:
    from simulate.follow import follow_servers

    days = follow_servers(scene.site, person=wanted.person, counter=wanted.counter)
    result["servers"] = [server_record(scene, one) for one in days]
    if days:
        return [line for one in days for line in server_lines(scene, one)]
    return _nobody(scene, wanted)


def _picture(call: Call, scene: Scene, path: Path) -> Path:
    """Draw the day; the ending of the name must be png."""
    from reports.charts.render import png
    from reports.trace.picture import day_chart

    if path.suffix.lower() != ".png":
        raise WrongValueError("--picture", str(path), _wrong(call, "picture"))
    replace_file(path, png(day_chart(scene), call.lang))
    return path


def _nobody(scene: Scene, wanted: Wanted) -> Iterable[str]:
    """Say that nobody was there, and why if it is known."""
    where, when = scene.instance.sites[scene.site.plan.site].name, day(scene.close.day, scene.lang)
    if wanted.person is None:
        return [scene.say("server.nobody", counter=wanted.counter, site=where, day=when)]
    absent = scene.say("server.absent", person=scene.person(wanted.person), site=where, day=when)
    away = scene.instance.on_leave(wanted.person, scene.close.day)
    return [absent, scene.say("server.leave")] if away else [absent]
