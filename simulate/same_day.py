"""Those whose papers were missing and who are back the same day: a further stage, before every other one."""

from collections.abc import Iterator

from model.instance import Instance
from model.services import VisitType
from model.stages import FurtherStage
from simulate.arrivals import Visits
from simulate.papers import lacking
from simulate.rows import Rows
from simulate.streams import Integers, Stream

# The luck of the return lies behind that of every stage a file may name (at most 20).
LUCK = 21


def returns(instance: Instance, rows: Rows, stream: Stream, visits: Visits) -> Iterator[tuple[FurtherStage, Integers]]:
    """Yield by service the stage of those who are back the same day, and the places of their visits.

    The whole visit is done again, with work of its own, at the counters of the same service. On a date that is played
    as it was seen nobody comes who was not seen.
    """
    if not rows.same_day or stream.day in rows.replayed:
        return
    who, soon = lacking(instance, rows, stream, visits.row, visits.number)
    for at, one in enumerate(instance.services.values()):
        mine = who[soon & (visits.service[who] == at)]
        if len(mine):
            law, gap = one.minutes[VisitType.SUBMIT], instance.settings.papers_minutes
            yield FurtherStage(one.id, VisitType.SUBMIT, LUCK, one.id, law, 1.0, gap), mine
