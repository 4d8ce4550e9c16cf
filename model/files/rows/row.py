"""What all rows share: strictness, label and source, keys, references and faults between cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

from model.figures import Label
from model.files.cells import Text, member
from model.files.codes import Code


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a column whose value must be an id of the named kind, or one of the words in ``also``."""

    kind: str
    also: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem between cells of one row, told at one column; ``value`` is shown."""

    code: Code
    column: str
    value: str = ""
    facts: dict[str, str] = field(default_factory=dict)


LabelChoice = Annotated[Label, BeforeValidator(member(Label))]


class Row(BaseModel):
    """A row of any table.

    ``key`` names the columns that together appear once; ``gives`` maps a kind of id to the column that makes it known.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    key: ClassVar[tuple[str, ...]] = ()
    gives: ClassVar[dict[str, str]] = {}

    label: LabelChoice | None = None
    source: Text = ""

    def faults(self) -> Iterator[Fault]:
        """Yield what does not fit together within the row."""
        yield from ()


def columns(row: type[Row]) -> dict[str, str]:
    """Return the columns of a table in order: the name in the file and the name in the model, label and source last."""
    named = {(info.alias or name): name for name, info in row.model_fields.items()}
    last = {name: named.pop(name) for name in ("label", "source")}
    return named | last


def required(row: type[Row]) -> tuple[str, ...]:
    """Return the columns that every row must fill."""
    return tuple(info.alias or name for name, info in row.model_fields.items() if info.is_required())
