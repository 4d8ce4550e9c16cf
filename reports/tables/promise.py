"""What was promised, what the days gave, and who works: the tables of a certificate."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from model.figures import Name
from model.instance import Instance
from model.promise import WHOLE_DAY, Pledge
from model.roster import Roster
from model.targets import Measure
from reports.phrase import Amount, Fact, Phrase, Several
from reports.tables.kinds import Cell, Estimate, Kind, Spread, Typed
from reports.tables.table import Column, Table

if TYPE_CHECKING:
    from simulate.promise.certify import Finding

IN_TIME = frozenset({Measure.SHARE, Measure.QUANTILE, Measure.LONGEST})
IN_MINUTES = frozenset({Measure.MEAN, Measure.OVERTIME})
# So many standard errors are shown on either side of a level.
SHOWN = 1.96
MOST_NAMES = 3


def whose(instance: Instance, pledge: Pledge) -> Name | Phrase | Several:
    """Return of whom a pledge speaks, short: a service, some, or everybody."""
    names = [instance.services[name].name for name in sorted(pledge.services)]
    if pledge.measure is Measure.OVERTIME or len(names) == len(instance.services) > 1:
        return Phrase("certificate.everybody")
    if len(names) == 1:
        return names[0]
    if len(names) <= MOST_NAMES:
        return Several(tuple(names))
    more = Phrase("certificate.more", {"count": Amount(len(names) - MOST_NAMES + 1)})
    return Several((*names[: MOST_NAMES - 1], more))


def promise_of(pledge: Pledge) -> Phrase:
    """Return what a pledge says."""
    facts: dict[str, Fact] = {
        "share": Amount(pledge.share, 0 if pledge.share * 100 % 1 < 1e-9 else 1, True),
        "minutes": Amount(pledge.minutes),
    }
    facts["quantile"] = Amount(100 * pledge.share)
    return Phrase(f"certificate.promise.{pledge.measure.value}", facts)


def findings_table(instance: Instance, findings: Iterable["Finding"]) -> Table:
    """Return every pledge with what the days gave."""
    columns = (
        Column("citizens", width=2.6),
        Column("window", width=1.4),
        Column("promised", width=3),
        Column("found", spread=Spread.HALF, width=1.6),
        Column("visits_a_day", Kind.NUMBER, 1),
        Column("decision", width=1.4),
    )
    rows = tuple(_row(instance, one) for one in findings)
    return Table("pledges", columns, rows, Phrase("certificate.table.pledges"), (Phrase("certificate.note.found"),))


def _row(instance: Instance, one: "Finding") -> tuple[Cell, ...]:
    pledge = one.pledge
    window: Cell = Phrase("certificate.all_day") if pledge.window == WHOLE_DAY else str(pledge.window)
    decision = Phrase(f"certificate.decision.{one.decision.value}" if one.visits else "certificate.decision.nobody")
    who = whose(instance, pledge)
    told: Cell = Phrase("certificate.several", {"names": who}) if isinstance(who, Several) else who
    return (told, window, promise_of(pledge), _found(one) if one.visits else None, one.visits, decision)


def _found(one: "Finding") -> Typed:
    """Return what came out in the words of the promise: who was called in time, not who was late."""
    kind = Kind.NUMBER if one.pledge.measure in IN_MINUTES else Kind.PERCENT
    level = 1 - one.level if one.pledge.measure in IN_TIME else one.level
    return Typed(Estimate(level, level - SHOWN * one.error, level + SHOWN * one.error), kind, 1)


def worked_table(instance: Instance, roster: Roster) -> Table:
    """Return who works which shift on the day, by the beginning of the shifts."""
    columns = (
        Column("person_id"),
        Column("person", width=2.6),
        Column("shift", width=2.4),
        Column("span", width=1.6),
        Column("hours", Kind.NUMBER, 1, width=0.9),
    )
    work = sorted(roster.assignments, key=lambda one: (instance.shifts[one.shift].span, one.person))
    rows = tuple(
        (
            one.person,
            instance.staff[one.person].name,
            instance.shifts[one.shift].name,
            str(instance.shifts[one.shift].span),
            instance.shifts[one.shift].paid_minutes / 60,
        )
        for one in work
    )
    return Table("worked", columns, rows, Phrase("certificate.table.worked"))
