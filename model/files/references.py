"""Checks that every id a row names is known; the nearest known one is suggested."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args

from model.files.book import Lines
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.row import Ref, Row
from model.files.suggest import nearest
from model.files.tables import home_of

Known = Mapping[str, Collection[str] | None]


def check_references(table: Lines[Row], kind: type[Row], known: Known, findings: Findings) -> bool:
    """Report the unknown ids of a table and return whether there are none; ids nobody can know are passed over."""
    sound = True
    for column, name, ref in references(kind):
        ids = known.get(ref.kind)
        if ids is None:
            continue
        for line in table.lines:
            value = getattr(line.row, name)
            if value not in ids and value not in ref.also and (line.number, column) not in table.raw.told:
                sound = False
                suggestion = nearest(value, ids)
                findings.add(
                    Code.REFERENCE_UNKNOWN, table.place(line, column), value, suggestion, table=home_of(ref.kind)
                )
    return sound


def references(kind: type[Row]) -> Iterator[tuple[str, str, Ref]]:
    """Yield the columns of a row that name ids: column, field name and what they refer to."""
    for name, info in kind.model_fields.items():
        for mark in (*info.metadata, *_marks(info.annotation)):
            if isinstance(mark, Ref):
                yield info.alias or name, name, mark


def _marks(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _marks(part)
