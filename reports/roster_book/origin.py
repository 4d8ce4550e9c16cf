"""Read the hidden sheet of a roster workbook: the only proof of which roster it is."""

from collections import defaultdict
from datetime import date
from typing import Any

from model.problems import InputError, Place, Problem
from reports.roster_book.found import Origin
from reports.roster_book.hidden_sheet import FORMAT, HIDDEN_SHEET


def read_origin(workbook: Any, file: str) -> Origin:
    """Read the hidden sheet of an openpyxl workbook.

    Raises:
        InputError: R601 when the workbook has no such sheet, or one that is not ours.
    """
    facts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    if HIDDEN_SHEET in workbook.sheetnames:
        for row in workbook[HIDDEN_SHEET].iter_rows(values_only=True):
            kind, *rest = ("" if one is None else str(one) for one in row)
            facts[kind].append(tuple(rest))
    try:
        return _origin(facts)
    except (LookupError, ValueError) as error:
        raise InputError([Problem("R601", Place(file))]) from error


def _origin(facts: dict[str, list[tuple[str, ...]]]) -> Origin:
    single = {kind: facts[kind][0][0] for kind in ("format", "site", "revision", "roster", "off", "leave")}
    if single["format"] != FORMAT:
        raise ValueError(single["format"])
    return Origin(
        single["site"],
        int(single["revision"]),
        single["roster"],
        single["off"],
        single["leave"],
        tuple(row[0] for row in facts["staff"]),
        tuple(date.fromisoformat(row[0]) for row in facts["date"]),
        {row[0]: row[1] for row in facts["counter"]},
        {(row[0], date.fromisoformat(row[1])): (row[2], row[3]) for row in facts["cell"]},
    )
