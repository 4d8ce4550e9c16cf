"""The day of one citizen as lines: came, took a number, was called where by whom, went home."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reports.trace.scene import Scene

if TYPE_CHECKING:
    from simulate.follow import CitizenDay


def citizen_lines(scene: Scene, citizen: "CitizenDay") -> tuple[str, ...]:
    """Tell what the citizen went through, each line with its time."""
    title = scene.say("citizen.title", ticket=citizen.ticket, **scene.where(), **_errand(scene, citizen))
    return (title, *(f"  {scene.clock(tick)}  {text}" for tick, text in _story(scene, citizen)))


def citizen_record(scene: Scene, citizen: "CitizenDay") -> dict[str, Any]:
    """Return the same for programs."""
    from simulate.records import names_of

    return {
        "visit": str(names_of(scene.lens, scene.close)[citizen.visit]),
        "ticket_number": citizen.ticket,
        "arrival": scene.clock(citizen.arrival),
        "ticket": scene.clock(citizen.join),
        "place_in_queue": citizen.place,
        "outcome": citizen.outcome.name.lower(),
        "gone": scene.clock(citizen.end),
        "turns": [
            {"from": scene.clock(one.begin), "to": scene.clock(one.end), "person": one.person, "counter": one.counter}
            for one in citizen.turns
        ],
    }


def _errand(scene: Scene, citizen: "CitizenDay") -> dict[str, str]:
    from simulate.arrivals import CLASSES
    from simulate.rows import VISITS

    visits, rows = scene.close.visits, scene.lens.stage.rows
    units = list(scene.instance.units.values())
    unit = int(rows.unit[visits.row[citizen.visit]])
    return {
        "service": scene.service(citizen.visit),
        "type": scene.say(f"type.{VISITS[int(visits.visit[citizen.visit])].value}"),
        "class": scene.say(f"class.{CLASSES[int(visits.group[citizen.visit])].value}"),
        "unit": units[unit].name if unit >= 0 else "–",
    }


def _story(scene: Scene, citizen: "CitizenDay") -> Iterator[tuple[int, str]]:
    """Yield moments with what happened."""
    if citizen.booked >= 0:
        early = citizen.arrival <= citizen.booked
        facts = {"booked": scene.clock(citizen.booked), "minutes": scene.span(abs(citizen.arrival - citizen.booked))}
        yield citizen.arrival, scene.say("citizen.early" if early else "citizen.late", **facts)
    else:
        yield citizen.arrival, scene.say("citizen.came")
    if citizen.join > citizen.arrival:
        yield citizen.join, scene.say("citizen.door", minutes=scene.span(citizen.join - citizen.arrival))
    if citizen.outcome.name == "BALKED":
        yield citizen.join, scene.say("citizen.balked")
        return
    yield citizen.join, scene.say("citizen.ticket", ticket=citizen.ticket, place=citizen.place)
    yield from _turns(scene, citizen)
    if not citizen.turns or not citizen.turns[-1].done:
        waited = scene.span(citizen.end - citizen.join)
        yield citizen.end, scene.say(f"citizen.{citizen.outcome.name.lower()}", minutes=waited)


def _turns(scene: Scene, citizen: "CitizenDay") -> Iterator[tuple[int, str]]:
    """Yield calls, interruptions and the end at the counter."""
    since = citizen.join
    for place, turn in enumerate(citizen.turns):
        facts = {
            "counter": turn.counter,
            "person": scene.person(turn.person),
            "minutes": scene.span(turn.begin - since),
        }
        yield turn.begin, scene.say("citizen.again" if place else "citizen.called", **facts)
        since = turn.end
        spent = scene.span(turn.end - turn.begin)
        if turn.done:
            yield turn.end, scene.say("citizen.served", minutes=spent, whole=scene.span(turn.end - citizen.arrival))
        else:
            yield turn.end, scene.say("citizen.stopped", minutes=spent)
