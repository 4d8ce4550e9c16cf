"""Rows about the present moment: who waits, which is no table of a workspace but one handed to a command."""

from typing import Annotated, ClassVar

from model.files.cells import Text
from model.files.moments import Clock
from model.files.numbers import AtLeastOne
from model.files.rows.row import Ref, Row


class QueueRow(Row):
    """A line of the queue: people who wait for a service since a time of the day."""

    key: ClassVar[tuple[str, ...]] = ("service", "since")

    service: Annotated[Text, Ref("service")]
    since: Clock
    number: AtLeastOne = 1
