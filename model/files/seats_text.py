"""The seats of a day as one text of ``roster.csv``: ``08:00-10:00 Q1; 10:00-12:00 Q2``."""

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from model.files.cells import fault, read_text
from model.files.codes import Code
from model.files.moments import read_interval
from model.roster import Seat


def seats_text(seats: tuple[Seat, ...]) -> str:
    """Write seats as text; empty where there are none."""
    return "; ".join(f"{seat.interval} {seat.counter}" for seat in seats)


def read_seats(value: Any) -> tuple[Seat, ...]:
    """Read seats; they come back in order."""
    if isinstance(value, tuple):
        return value
    parts = [part.strip().partition(" ") for part in read_text(value).split(";") if part.strip()]
    if any(not counter.strip() for _, _, counter in parts):
        raise fault(Code.SEATS_WRONG)
    return tuple(sorted(Seat(read_interval(span), counter.strip()) for span, _, counter in parts))


SeatsText = Annotated[
    tuple[Seat, ...],
    BeforeValidator(read_seats),
    WithJsonSchema({"type": "string", "examples": ["08:00-10:00 Q1; 10:00-12:00 Q2"]}),
]
