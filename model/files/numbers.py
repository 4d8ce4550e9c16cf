"""Reads numbers with a point or a comma as the decimal mark, and refuses those that can be read two ways.

``1.234`` is one and a bit in London and one thousand two hundred and thirty-four in Hanoi. The other numbers of the
table decide; where they do not, the number is refused.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from model.files.cells import fault
from model.files.codes import Code

_PLAIN = re.compile(r"[+-]?\d+(?:[eE][+-]?\d+)?")
_POINT = re.compile(r"[+-]?\d*\.\d+(?:[eE][+-]?\d+)?")
_COMMA = re.compile(r"[+-]?\d*,\d+")
_GROUPS_POINT = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPS_COMMA = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class DecimalMark:
    """The decimal mark of a table: ``.``, ``,`` or, when its numbers do not tell, nothing."""

    mark: str = "."

    @classmethod
    def of(cls, cells: Iterable[Any], point_by_layout: bool) -> "DecimalMark":
        """Find the mark from the numbers of a table that can be read in one way only."""
        texts = [cell for cell in cells if isinstance(cell, str) and not _TWO_WAYS.fullmatch(cell)]
        point = any(_POINT.fullmatch(text) for text in texts)
        comma = any(_COMMA.fullmatch(text) for text in texts)
        if point == comma:
            return cls("." if point_by_layout and not comma else "")
        return cls("." if point else ",")


def read_number(value: Any, info: ValidationInfo) -> float:
    """Read a number; a percent sign divides by a hundred."""
    if isinstance(value, bool) or value is None or isinstance(value, (list, dict)):
        raise fault(Code.NUMBER_UNREADABLE)
    if isinstance(value, (int, float)):
        number = float(value)
    else:
        text = value.strip()
        number = _number(text[:-1].strip(), info) / 100 if text.endswith("%") else _number(text, info)
    if not math.isfinite(number):
        raise fault(Code.NUMBER_UNREADABLE)
    return number


def _number(text: str, info: ValidationInfo) -> float:
    if _PLAIN.fullmatch(text):
        return float(text)
    if _TWO_WAYS.fullmatch(text):
        mark = info.context.mark if info.context else "."
        if mark not in text or not mark:
            raise fault(Code.NUMBER_AMBIGUOUS, suggestion=re.sub("[.,]", "", text))
        return float(text.replace(",", "."))
    if _POINT.fullmatch(text) or _COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    if _GROUPS_POINT.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _GROUPS_COMMA.fullmatch(text):
        return float(text.replace(",", ""))
    raise fault(Code.NUMBER_UNREADABLE)


def read_whole(value: Any, info: ValidationInfo) -> int:
    """Read a whole number."""
    number = read_number(value, info)
    if not number.is_integer():
        raise fault(Code.NUMBER_NOT_WHOLE)
    return int(number)


MOST_MINUTES = 10_000
# The upper bounds stand far above what any centre needs: beyond is a slip of the keyboard that no machine can play.
Number = Annotated[float, BeforeValidator(read_number)]
NotNegative = Annotated[float, Field(ge=0), BeforeValidator(read_number)]
Positive = Annotated[float, Field(gt=0), BeforeValidator(read_number)]
Minutes = Annotated[float, Field(ge=0, le=MOST_MINUTES), BeforeValidator(read_number)]
PositiveMinutes = Annotated[float, Field(gt=0, le=MOST_MINUTES), BeforeValidator(read_number)]
MeanMinutes = Annotated[float, Field(gt=0, le=1_000_000), BeforeValidator(read_number)]
MinutesOff = Annotated[float, Field(ge=-1440, le=1440), BeforeValidator(read_number)]
MinutesSpread = Annotated[float, Field(ge=0, le=1440), BeforeValidator(read_number)]
Variation = Annotated[float, Field(ge=0, le=100), BeforeValidator(read_number)]
Dossiers = Annotated[float, Field(ge=0, le=10_000_000), BeforeValidator(read_number)]
PerDossier = Annotated[float, Field(ge=0, le=100), BeforeValidator(read_number)]
Factor = Annotated[float, Field(ge=0, le=1000), BeforeValidator(read_number)]
Share = Annotated[float, Field(ge=0, le=1), BeforeValidator(read_number)]
Promise = Annotated[float, Field(gt=0, le=1), BeforeValidator(read_number)]
Latitude = Annotated[float, Field(ge=-90, le=90), BeforeValidator(read_number)]
Longitude = Annotated[float, Field(ge=-180, le=180), BeforeValidator(read_number)]
# A correlation of one would make all days alike, which no gamma process of days is.
Correlation = Annotated[float, Field(ge=0, le=0.99), BeforeValidator(read_number)]
Whole = Annotated[int, BeforeValidator(read_whole)]
Count = Annotated[int, Field(ge=0), BeforeValidator(read_whole)]
Speed = Annotated[float, Field(gt=0, le=10), BeforeValidator(read_number)]
AtLeastOne = Annotated[int, Field(ge=1, le=1_000_000), BeforeValidator(read_whole)]
Price = Annotated[int, Field(ge=0, le=1_000_000), BeforeValidator(read_whole)]
Heads = Annotated[int, Field(ge=0, le=100_000), BeforeValidator(read_whole)]
DelayMinutes = Annotated[int, Field(ge=0, le=1440), BeforeValidator(read_whole)]
DayMinutes = Annotated[int, Field(ge=1, le=1440), BeforeValidator(read_whole)]
Counters = Annotated[int, Field(ge=1, le=10_000), BeforeValidator(read_whole)]
