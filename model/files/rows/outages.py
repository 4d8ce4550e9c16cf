"""Rows about what is out of order: counters, machines, and the systems that services depend on."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from model.clock import Interval
from model.files.cells import Text
from model.files.codes import Code
from model.files.moments import Clock
from model.files.numbers import Share
from model.files.rows.people import From, To, last_after_first
from model.files.rows.places import end_after_start
from model.files.rows.row import Fault, Ref, Row


class OutageRow(Row):
    """What every outage has; each kind of row declares its columns itself, so that what is out of order comes first."""

    @property
    def stretch(self) -> Interval | None:
        """Return the stretch of the day, None for all day."""
        start, end = self._hours()
        return None if start is None or end is None else Interval(start, end)

    def faults(self) -> Iterator[Fault]:
        """Yield a last date before the first, hours with only one of their two ends, or an end not after the start."""
        yield from last_after_first(getattr(self, "first"), getattr(self, "last"))  # noqa: B009 - declared below
        start, end = self._hours()
        if start is not None and end is not None:
            yield from end_after_start(start, end)
        elif start is not None or end is not None:
            yield Fault(Code.VALUE_MISSING, "end" if end is None else "start")

    def _hours(self) -> tuple[int | None, int | None]:
        return getattr(self, "start"), getattr(self, "end")  # noqa: B009 - declared below


class CounterOutageRow(OutageRow):
    """A line of ``counter_outages.csv``: a counter at which nobody is served, all day or in some hours."""

    key: ClassVar[tuple[str, ...]] = ("counter", "from", "start")

    counter: Annotated[Text, Ref("counter")]
    first: From
    last: To
    start: Clock | None = None
    end: Clock | None = None


class MachineOutageRow(OutageRow):
    """A line of ``machine_outages.csv``: the machines of one id, out of order all day or in some hours."""

    key: ClassVar[tuple[str, ...]] = ("machine", "from", "start")

    machine: Annotated[Text, Ref("machine")]
    first: From
    last: To
    start: Clock | None = None
    end: Clock | None = None


class SystemOutageRow(OutageRow):
    """A line of ``system_outages.csv``: a system that services depend on, slow or down all day or in some hours."""

    key: ClassVar[tuple[str, ...]] = ("system", "from", "start")

    system: Annotated[Text, Ref("system")]
    first: From
    last: To
    start: Clock | None = None
    end: Clock | None = None
    speed: Share = 0.0
