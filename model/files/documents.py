"""Reads a YAML document or a settings sheet by its model; every fault becomes a finding with line and column."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from model.files.cells import MAPPING
from model.files.codes import Code
from model.files.findings import Findings
from model.files.raw import Document, Path, dotted
from model.files.settings_part import Part
from model.files.translate import names_at, told

P = TypeVar("P", bound=Part)


def read_part(document: Document, kind: type[P], findings: Findings) -> P | None:
    """Return the document as the model, or None when anything in it is wrong."""
    if not isinstance(document.value, dict):
        findings.add(Code.SHAPE_WRONG, document.place(()), "", None, expected=MAPPING, path="")
        return None
    try:
        part = kind.model_validate(document.value)
    except ValidationError as error:
        _tell(error, document, kind, findings)
        return None
    found = False
    for path, inner in _parts(part, ()):
        for fault in inner.faults():
            found = True
            where = (*path, fault.column)
            findings.add(fault.code, document.place(where), fault.value, None, path=dotted(where), **fault.facts)
    return None if found else part


def _tell(error: ValidationError, document: Document, kind: type[BaseModel], findings: Findings) -> None:
    faults = tuple(told(error, kind))
    meant = {(*one.path[:-1], one.suggestion) for one in faults if one.code is Code.KEY_UNKNOWN}
    for one in faults:
        if one.code is Code.VALUE_MISSING and one.path in meant:
            continue  # the key is there, mistyped
        code, value, facts = one.code, _written(document.value, one.path) or one.value, dict(one.facts)
        if code is Code.VALUE_MISSING:
            code, value = Code.KEY_MISSING, str(one.path[-1])
        if code is Code.KEY_UNKNOWN:
            value = str(one.path[-1])
            facts["choices"] = ", ".join(names_at(kind, one.path[:-1]))
        findings.add(code, document.place(one.path), value, one.suggestion, path=dotted(one.path), **facts)


def _written(value: Any, path: Path) -> str:
    """Return the single value that stands at a path, as it is written; nothing where there is none."""
    for part in path:
        inside = value.get(part) if isinstance(value, dict) else None
        value = value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else inside
    return str(value) if isinstance(value, str | int | float) else ""


def _parts(value: Any, path: Path) -> Iterator[tuple[Path, Part]]:
    """Yield every part inside a value with its path, the outermost first."""
    if isinstance(value, Part):
        yield path, value
        for name, info in type(value).model_fields.items():
            yield from _parts(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _parts(one, (*path, key))
    elif isinstance(value, tuple | list):
        for at, one in enumerate(value):
            yield from _parts(one, (*path, at))
