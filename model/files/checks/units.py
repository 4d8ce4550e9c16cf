"""Checks the units: nobody is above himself."""

from model.files.book import Book
from model.files.codes import Code
from model.files.findings import Findings
from model.files.rows.places import UnitRow


def check_units(book: Book, findings: Findings) -> None:
    """Report units whose parents go round in a circle, once for each circle."""
    lines = {line.row.unit: line for line in book.lines("units", UnitRow)}
    clear: set[str] = set()
    for unit in lines:
        chain: list[str] = []
        while unit in lines and unit not in clear and unit not in chain:
            chain.append(unit)
            unit = lines[unit].row.parent
        if unit in chain:
            circle = chain[chain.index(unit) :]
            place = book.place("units", lines[unit], "parent")
            findings.add(Code.UNIT_CIRCLE, place, lines[unit].row.parent, None, circle=" → ".join((*circle, unit)))
        clear.update(chain)
