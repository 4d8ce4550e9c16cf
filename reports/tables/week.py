"""The waits of a branch's week with the usual shifts and with the roster."""

from reports.phrase import Phrase
from reports.results import Planned
from reports.tables.kinds import Cell, Kind, Spread, Typed
from reports.tables.measures import MEASURES, by_key, change, estimate
from reports.tables.table import Column, Table

SHOWN = (
    "arrivals",
    "mean_wait",
    "p90_wait",
    "max_wait",
    "within",
    "within15",
    "within30",
    "left",
    "unserved",
    "utilisation",
    "duty_hours",
    "overtime_minutes",
)


def week_table(planned: Planned) -> Table:
    """Return one row a measure: before, after, the paired difference."""
    columns = (
        Column("measure", width=3),
        Column("before", Kind.NUMBER, 1, Spread.HALF, 1.4),
        Column("after", Kind.NUMBER, 1, Spread.HALF, 1.4),
        Column("change", Kind.NUMBER, 1, Spread.CHANGE, 2.6),
    )
    rows = tuple(_row(planned, key) for key in SHOWN if estimate(planned.before["total"], key) is not None)
    notes = (Phrase("report.note.interval"), Phrase("report.note.paired"))
    return Table("week", columns, rows, Phrase("report.table.week"), notes)


def _row(planned: Planned, key: str) -> tuple[Cell, ...]:
    measure = MEASURES[key]
    before, after = (estimate(frames["total"], key) for frames in (planned.before, planned.after))
    difference = change(planned.changes["total"], key)
    return (
        Phrase(f"report.measure.{key}"),
        Typed(before, measure.kind, measure.digits),
        Typed(after, measure.kind, measure.digits),
        Typed(difference, measure.change, max(measure.digits, 1)),
    )


def week_services_table(planned: Planned) -> Table:
    """Return one row a service of the branch: visits, waits before and after, the service's own promise."""
    columns = (
        Column("service", width=3),
        Column("arrivals", Kind.NUMBER, 0, Spread.NONE),
        *(Column(f"{key}_{when}", MEASURES[key].kind, 1, Spread.HALF, 1.3) for key, when in _PAIRS),
    )
    before, after = (by_key(frames["service"], ["service"]) for frames in (planned.before, planned.after))
    rows = []
    for service, kind in planned.instance.services.items():
        if (service,) in before and (service,) in after:
            sides = {"before": before[(service,)], "after": after[(service,)]}
            waits = tuple(sides[when].get(key) for key, when in _PAIRS)
            rows.append((kind.name, sides["before"].get("arrivals"), *waits))
    notes = (Phrase("report.note.within"),)
    return Table("week_services", columns, tuple(rows), Phrase("report.table.week_services"), notes)


_PAIRS = (("mean_wait", "before"), ("mean_wait", "after"), ("within", "before"), ("within", "after"))
