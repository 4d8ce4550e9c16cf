"""Counts where the figures of a workspace come from, by table, label and source."""

from collections import Counter
from collections.abc import Iterable, Mapping

from model.figures import Figure, Label
from model.files.book import Book, Lines
from model.files.rows.row import Row
from model.files.settings_model import SettingsFile
from model.merger import Scenario

_SECTIONS = ("target", "run", "day", "arrivals", "bookings", "absence", "travel", "roster")


def build_figures(
    book: Book, settings: SettingsFile, beside: Mapping[str, Lines[Row]], scenarios: Iterable[Scenario]
) -> tuple[Figure, ...]:
    """Return the origin of every figure; rows without a label are counted as unlabelled, never passed over."""
    found: list[Figure] = []
    for name, table in (*book.tables.items(), *beside.items()):
        counted = Counter((row.label or Label.UNLABELLED, row.source) for row in table)
        found += [Figure(name, label, source, rows) for (label, source), rows in counted.items()]
    return (*found, *_settings(settings), *_scenarios(scenarios))


def _settings(settings: SettingsFile) -> Iterable[Figure]:
    """Yield the sections of the settings that are labelled, and those with figures that are not."""
    for name in type(settings.labels).model_fields:
        said = getattr(settings.labels, name)
        if said is not None:
            yield Figure(f"settings.{name}", said.label, said.source, 1)
        elif name in _SECTIONS and name in settings.model_fields_set:
            yield Figure(f"settings.{name}", Label.UNLABELLED, "", 1)


def _scenarios(scenarios: Iterable[Scenario]) -> Iterable[Figure]:
    for one in scenarios:
        yield Figure(f"scenarios.{one.id}", one.label, one.source, len(one.changes))
