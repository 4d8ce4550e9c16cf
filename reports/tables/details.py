"""The results of scenarios in detail: by site, by service, by slot of each date."""

from reports.phrase import Phrase
from reports.results import Compared, ScenarioResult
from reports.tables.kinds import Cell, Estimate, Kind, Spread
from reports.tables.measures import MEASURES, by_key
from reports.tables.table import Column, Table

BY_SITE = ("arrivals", "mean_wait", "p90_wait", "max_wait", "within", "within15", "within30", "utilisation")
BY_SERVICE = ("arrivals", "mean_wait", "p90_wait", "within", "within15", "within30")
BY_SLOT = ("arrivals", "mean_wait", "within15", "queue_length")


def sites_table(compared: Compared) -> Table:
    """Return one row for each scenario and site, the longest waits of a scenario first."""
    rows = []
    for result in compared.results:
        found = by_key(result.frames["site"], ["site"]) if "site" in result.frames else {}
        lines = [(str(key[0]), values) for key, values in found.items()]
        for site, values in sorted(lines, key=lambda line: (-_wait(line[1]), line[0])):
            rows.append((result.name, result.site_names.get(site, site), *_cells(values, BY_SITE)))
    return Table("sites", _columns("site", BY_SITE), tuple(rows), Phrase("report.table.sites"))


def services_table(compared: Compared) -> Table:
    """Return one row for each scenario and service, in the order of the services."""
    rows = []
    for result in compared.results:
        found = by_key(result.frames["service"], ["service"]) if "service" in result.frames else {}
        for service, name in compared.service_names.items():
            if (service,) in found:
                rows.append((result.name, name, *_cells(found[(service,)], BY_SERVICE)))
    notes = (Phrase("report.note.within"),)
    return Table("services", _columns("service", BY_SERVICE), tuple(rows), Phrase("report.table.services"), notes)


def slots_table(compared: Compared) -> Table:
    """Return one row for each scenario, date and slot."""
    columns = (
        Column("scenario", width=3),
        Column("date", Kind.DATE, width=1.4),
        Column("slot", Kind.CLOCK),
        *_measured(BY_SLOT),
    )
    rows = tuple(row for result in compared.results for row in _slots(result))
    return Table("slots", columns, rows, Phrase("report.table.slots"))


def _slots(result: ScenarioResult) -> list[tuple[Cell, ...]]:
    if "slot" not in result.frames:
        return []
    found = by_key(result.frames["slot"], ["date", "slot"])
    return [(result.name, day, int(slot), *_cells(values, BY_SLOT)) for (day, slot), values in found.items()]


def _columns(key: str, measures: tuple[str, ...]) -> tuple[Column, ...]:
    return (Column("scenario", width=2.4), Column(key, width=2.4), *_measured(measures))


def _measured(measures: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(key, MEASURES[key].kind, MEASURES[key].digits, Spread.HALF, 1.3) for key in measures)


def _cells(values: dict[str, Estimate], measures: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(values.get(key) for key in measures)


def _wait(values: dict[str, Estimate]) -> float:
    wait = values["mean_wait"].value if "mean_wait" in values else 0.0
    return wait if wait == wait else -1.0
