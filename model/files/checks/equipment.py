"""Checks that what a counter is named for can be served with the equipment it has."""

from model.files.book import Book
from model.files.build.places import needed_equipment
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.places import CounterRow


def check_equipment(book: Book, findings: Findings) -> None:
    """Warn of services named one by one at a counter that lacks the equipment for them; they are not served there."""
    needed = needed_equipment(book)
    for line in book.lines("counters", CounterRow) if needed else ():
        there = set(line.row.equipment.split())
        for service, equipment in needed.items():
            # An id may hold spaces itself.
            if f" {service} " in f" {line.row.services} " and equipment - there:
                place, lacking = book.place("counters", line, "equipment"), " ".join(sorted(equipment - there))
                findings.add(Code.EQUIPMENT_MISSING, place, lacking, None, service=service)
