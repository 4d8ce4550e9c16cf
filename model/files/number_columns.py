"""Tells which columns of a table hold numbers and which hold dates, from the readers its row model names."""

from functools import cache
from typing import Any, get_args

from pydantic import BeforeValidator

from model.files.moments import read_date
from model.files.numbers import read_number, read_whole
from model.files.rows.row import Row


@cache
def number_columns(row: type[Row]) -> frozenset[str]:
    """Return the columns read as numbers."""
    return _read_by(row, (read_number, read_whole))


@cache
def date_columns(row: type[Row]) -> frozenset[str]:
    """Return the columns read as dates."""
    return _read_by(row, (read_date,))


def _read_by(row: type[Row], readers: tuple[Any, ...]) -> frozenset[str]:
    return frozenset(
        info.alias or name
        for name, info in row.model_fields.items()
        if any(one.func in readers for one in _readers((*info.metadata, info.annotation)))
    )


def _readers(parts: tuple[Any, ...]) -> tuple[BeforeValidator, ...]:
    """Gather the readers of a field, through optional and annotated types."""
    found: tuple[BeforeValidator, ...] = ()
    for part in parts:
        found += (part,) if isinstance(part, BeforeValidator) else _readers(get_args(part))
    return found
