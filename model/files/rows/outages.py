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
    """What every outage has: dates, and hours where it is not all day."""

    first: From
    last: To
    start: Clock | None = None
    end: Clock | None = None

    @property
    def stretch(self) -> Interval | None:
        """Return the stretch of the day, None for all day."""
        return None if self.start is None or self.end is None else Interval(self.start, self.end)

    def faults(self) -> Iterator[Fault]:
        """Yield a last date before the first, hours with only one of their two ends, or an end not after the start."""
        yield from last_after_first(self.first, self.last)
        if self.start is not None and self.end is not None:
            yield from end_after_start(self.start, self.end)
        elif self.start is not None or self.end is not None:
            yield Fault(Code.VALUE_MISSING, "end" if self.end is None else "start")


class CounterOutageRow(OutageRow):
    """A line of ``counter_outages.csv``: a counter at which nobody is served, all day or in some hours."""

    key: ClassVar[tuple[str, ...]] = ("counter", "from", "start")

    counter: Annotated[Text, Ref("counter")]


class MachineOutageRow(OutageRow):
    """A line of ``machine_outages.csv``: the machines of one id, out of order all day or in some hours."""

    key: ClassVar[tuple[str, ...]] = ("machine", "from", "start")

    machine: Annotated[Text, Ref("machine")]


class SystemOutageRow(OutageRow):
    """A line of ``system_outages.csv``: a system that services depend on, slow or down all day or in some hours."""

    key: ClassVar[tuple[str, ...]] = ("system", "from", "start")

    system: Annotated[Text, Ref("system")]
    speed: Share = 0.0
