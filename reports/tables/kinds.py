"""What a cell holds and how it is written: numbers, shares, dates, names, estimates with their interval."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from model.clock import clock_text
from model.figures import Name
from reports.phrase import Phrase
from reports.wording import say
from reports.wording.numbers import NONE, day, number, percent


class Kind(StrEnum):
    """What a number of a column means; the unit stands in the column's heading."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    DATE = "date"
    CLOCK = "clock"


class Spread(StrEnum):
    """How an estimate's uncertainty is written: not at all, as ±, or as a change with its interval."""

    NONE = "none"
    HALF = "half"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A simulated value with its confidence interval; NaN bounds where one replication gives none.

    ``better`` says of a difference which direction is better: 1 up, -1 down, 0 neither.
    """

    value: float
    low: float
    high: float
    better: int = 0

    @property
    def half(self) -> float:
        """Return the half-width of the interval."""
        return (self.high - self.low) / 2

    @property
    def none(self) -> bool:
        """Whether the interval holds zero or is not known: as a difference, none is shown."""
        return not (self.low > 0 or self.high < 0)

    @property
    def verdict(self) -> str:
        """Return what the difference amounts to: none, more, less, better or worse."""
        if self.none:
            return "none"
        if self.better == 0:
            return "more" if self.value > 0 else "less"
        return "better" if self.value * self.better > 0 else "worse"


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that is not of its column's kind: tables of several measures have minutes above shares."""

    value: float | Estimate | None
    kind: Kind
    digits: int


Cell = str | int | float | date | Name | Phrase | Estimate | Typed | None


def scaled(value: float, kind: Kind) -> float:
    """Return the number people see: percentage points are a hundred times a difference of shares."""
    return 100 * value if kind is Kind.POINTS else value


def written(cell: Cell, kind: Kind, digits: int, spread: Spread, lang: str) -> str:
    """Write a cell for people."""
    match cell:
        case None:
            return NONE
        case Typed():
            return written(cell.value, cell.kind, cell.digits, spread, lang)
        case Estimate() if spread is Spread.CHANGE:
            return _change(cell, kind, digits, lang)
        case Estimate():
            return _estimate(cell, kind, digits, spread, lang)
        case str():
            return cell
        case Name() | Phrase():
            return cell.text(lang)
        case date():
            return day(cell, lang)
        case _:
            return _plain(cell, kind, digits, lang)


def _plain(value: float, kind: Kind, digits: int, lang: str) -> str:
    match kind:
        case Kind.PERCENT:
            return percent(value, lang, digits)
        case Kind.CLOCK:
            return clock_text(int(value))
        case _:
            return number(scaled(value, kind), lang, digits)


def _estimate(cell: Estimate, kind: Kind, digits: int, spread: Spread, lang: str) -> str:
    value = _plain(cell.value, kind, digits, lang)
    if spread is Spread.NONE or value == NONE or not cell.half > 0:
        return value
    # The sign is tied to its numbers by no-break spaces.
    if kind is Kind.PERCENT:
        return f"{number(100 * cell.value, lang, digits)}\u00a0±\u00a0{percent(cell.half, lang, digits)}"
    return f"{value}\u00a0±\u00a0{number(scaled(cell.half, kind), lang, digits)}"


def _change(cell: Estimate, kind: Kind, digits: int, lang: str) -> str:
    value, low, high = (number(scaled(one, kind), lang, digits) for one in (cell.value, cell.low, cell.high))
    if value == NONE:
        return NONE
    if low == NONE:
        return say(lang, "report.change.unknown", value=value)
    if cell.none:
        return say(lang, "report.change.none", low=low, high=high)
    facts = {"value": value.lstrip("−"), "low": low, "high": high, "verdict": _judged(cell, lang)}
    return say(lang, f"report.change.{'up' if cell.value > 0 else 'down'}", **facts).rstrip()


def _judged(cell: Estimate, lang: str) -> str:
    """Return better or worse in words; up and down need none, the arrow says it."""
    return say(lang, f"report.verdict.{cell.verdict}").replace(" ", "\u00a0") if cell.better else ""
