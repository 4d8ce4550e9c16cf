"""The day of a member of staff at a counter as lines: who was served, when nobody came, when they were away."""

from typing import TYPE_CHECKING, Any

from reports.trace.scene import Scene

if TYPE_CHECKING:
    from simulate.follow import ServerDay, Stretch


def server_lines(scene: Scene, server: "ServerDay") -> tuple[str, ...]:
    """Tell someone's day, each line with its times."""
    from simulate.follow import Doing

    title = scene.say("server.title", person=scene.person(server.person), counter=server.counter, **scene.where())
    whole = scene.say(
        "server.whole",
        served=server.served,
        busy=scene.span(server.busy),
        idle=scene.span(server.spent(Doing.IDLE)),
        overtime=scene.span(server.overtime),
    )
    return (title, *(_line(scene, one) for one in server.stretches), whole)


def server_record(scene: Scene, server: "ServerDay") -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "person": server.person,
        "counter": server.counter,
        "served": server.served,
        "stretches": [
            {
                "doing": one.doing.value,
                "from": scene.clock(one.begin),
                "to": scene.clock(one.end),
                "ticket_number": one.turn.ticket if one.turn else None,
            }
            for one in server.stretches
        ],
    }


def _line(scene: Scene, one: "Stretch") -> str:
    return f"  {scene.clock(one.begin)}–{scene.clock(one.end)}  {_doing(scene, one)}"


def _doing(scene: Scene, one: "Stretch") -> str:
    minutes = scene.span(one.end - one.begin)
    if one.turn is None:
        return scene.say(f"server.{one.doing.value}", minutes=minutes)
    at = one.turn.ticket - 1
    facts = {"ticket": one.turn.ticket, "service": scene.service(one.turn.visit), "minutes": minutes}
    waited = scene.span(int(scene.site.seen.log.start[at] - scene.site.plan.join[at]))
    return scene.say("server.serve" if one.turn.done else "server.stopped", waited=waited, **facts)
