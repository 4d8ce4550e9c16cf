"""Three rosters in one: as handed out, as it stands now, and as it came back."""

from dataclasses import dataclass

from model.problems import Place, Problem
from model.roster_diff import OFF, Cell, Change, Duty
from reports.roster_book.found import Cells, Found


@dataclass(frozen=True, slots=True)
class Merged:
    """The current roster with the edits taken in, what those were, and where both had changed the same cell."""

    cells: dict[Cell, Duty]
    changes: tuple[Change, ...]
    conflicts: tuple[Problem, ...]


def merge_edits(found: Found, current: Cells, file: str) -> Merged:
    """Take into the current roster what the workbook changed since it was handed out.

    A cell both sides changed in the same way is no conflict; in different ways it is R607 and keeps its current value.
    """
    cells, changes, conflicts = dict(current), [], []
    for (person, day), place in found.places.items():
        base, now, edited = (table.get((person, day), OFF) for table in (found.origin.cells, current, found.cells))
        if edited in (base, now):
            continue
        if now != base:
            facts = {"base": _text(base, found), "current": _text(now, found)}
            conflicts.append(Problem("R607", Place(file, None, place), _text(edited, found), facts))
            continue
        changes.append(Change(person, day, now, edited))
        if edited == OFF:
            cells.pop((person, day), None)
        else:
            cells[person, day] = edited
    return Merged(cells, tuple(sorted(changes, key=lambda one: (one.person, one.date))), tuple(conflicts))


def _text(cell: tuple[str, str], found: Found) -> str:
    return " ".join(part for part in cell if part) or found.origin.off
