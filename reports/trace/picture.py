"""The picture of the day a trace tells of."""

from typing import TYPE_CHECKING

from reports.charts.day import COLOURS, DayChart
from reports.phrase import Fact, Phrase
from reports.trace.scene import Scene

if TYPE_CHECKING:
    from simulate.course import Course


def day_chart(scene: Scene) -> DayChart:
    """Return the chart of a scene's site: five services that waited longest in all, the others together."""
    from simulate.course import course_of
    from simulate.ticks import per_minute

    course = course_of(scene.close, scene.site, per_minute(scene.instance.settings))
    site = scene.instance.sites[scene.site.plan.site].name
    return DayChart(
        title=Phrase("trace.picture.title", {"site": site, "day": scene.close.day, "replication": scene.replication}),
        minute=tuple(course.minute.tolist()),
        queue=_queues(scene, course),
        present=tuple(course.present.tolist()),
        busy=tuple(course.busy.tolist()),
    )


def _queues(scene: Scene, course: "Course") -> tuple[tuple[Fact, tuple[int, ...]], ...]:
    services, many = list(scene.instance.services.values()), len(COLOURS)
    named: list[tuple[Fact, tuple[int, ...]]] = [
        (services[key].name, tuple(values.tolist())) for key, values in list(course.queue.items())[:many]
    ]
    rest = list(course.queue.values())[many:]
    if rest:
        named.append((Phrase("trace.picture.others"), tuple(sum(rest[1:], rest[0]).tolist())))
    return tuple(named)
