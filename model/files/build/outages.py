"""Builds what is out of order."""

from model.files.book import Book
from model.files.rows.outages import CounterOutageRow, MachineOutageRow, SystemOutageRow
from model.outages import CounterOutage, MachineOutage, SystemOutage


def build_outages(book: Book) -> tuple[CounterOutage, ...]:
    """Return when counters are out of order, in the order of the file."""
    rows = book.rows("counter_outages", CounterOutageRow)
    return tuple(CounterOutage(counter=r.counter, first=r.first, last=r.last, hours=r.stretch) for r in rows)


def build_machine_outages(book: Book) -> tuple[MachineOutage, ...]:
    """Return when machines are out of order, in the order of the file."""
    rows = book.rows("machine_outages", MachineOutageRow)
    return tuple(MachineOutage(machine=r.machine, first=r.first, last=r.last, hours=r.stretch) for r in rows)


def build_system_outages(book: Book) -> tuple[SystemOutage, ...]:
    """Return when systems are slow or down, in the order of the file."""
    rows = book.rows("system_outages", SystemOutageRow)
    return tuple(
        SystemOutage(system=r.system, first=r.first, last=r.last, hours=r.stretch, speed=r.speed) for r in rows
    )
