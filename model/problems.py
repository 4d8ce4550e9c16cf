"""What is wrong with an input, said so that a person can mend it.

A problem is data: a stable code and the facts. Its sentence lives in the wording catalogue of ``reports``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the work; a warning is said and the work goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input: file (relative to the workspace), row as the person sees it, column or key."""

    file: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.file, *(str(part) for part in (self.row, self.column) if part is not None)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: code, place, the value found, facts for the sentence, a suggested value.

    ``count`` tells how many rows share the same mistake; the place is the first of them.
    """

    code: str
    place: Place
    value: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    suggestion: str | None = None
    severity: Severity = Severity.ERROR
    count: int = 1


class InputError(Exception):
    """All problems of an input at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.code} {p.place}" for p in self.problems))

    def __reduce__(self) -> tuple[type["InputError"], tuple[tuple[Problem, ...]]]:
        return InputError, (self.problems,)
