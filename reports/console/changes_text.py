"""The edits of a roster as lines: who, when, from what, to what."""

from typing import Any

from model.instance import Instance
from model.roster_diff import Change
from reports.console.breaches import name_of
from reports.console.call import Call
from reports.console.table_text import aligned
from reports.wording import say


def changed_lines(call: Call, instance: Instance, changes: tuple[Change, ...]) -> tuple[str, ...]:
    """Return one line a change."""
    if not changes:
        return ()
    off = say(call.lang, "roster.mark.off")
    rows = [
        (
            name_of(instance, one.person),
            f"{say(call.lang, f'roster.weekday.{one.date.weekday()}')} {one.date:%d/%m}",
            f"{_text(one.before, off)} → {_text(one.after, off)}",
        )
        for one in changes
    ]
    return (call.say("import.changes", count=len(changes)), *aligned(rows, (False, False, False)))


def change_records(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    """Return the changes for programs."""
    return [
        {"person": one.person, "date": one.date, "before": list(one.before), "after": list(one.after)}
        for one in changes
    ]


def _text(cell: tuple[str, str], off: str) -> str:
    return " ".join(part for part in cell if part) or off
