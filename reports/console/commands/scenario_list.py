"""``motcua scenario list``: the what-ifs of a workspace."""

from pathlib import Path

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.table_text import aligned
from reports.console.typed import typed
from reports.console.workspace import open_workspace


def scenario_list(call: Call, workspace: Path) -> Answer:
    """List every scenario: id, name, what it starts from, how sure it is, how many changes it makes."""
    instance, warnings = open_workspace(call, workspace)
    found = list(instance.scenarios.values())
    head = tuple(call.say(f"scenarios.{key}") for key in ("id", "name", "base", "changes", "label"))
    rows = [
        (one.id, one.name.text(call.lang), one.base, str(len(one.changes)), call.say(f"label.{one.label.value}"))
        for one in found
    ]
    table = aligned([head, *rows], (False, False, False, True, False)) if rows else (call.say("scenarios.none"),)
    return Answer(
        lines=table,
        problems=warnings if call.as_json else (),
        next=(typed("compare", workspace),) if rows else (),
        result={
            "scenarios": [
                {"id": one.id, "name": one.name.vi, "base": one.base, "changes": len(one.changes),
                 "label": one.label.value, "source": one.source}
                for one in found
            ]
        },
    )  # fmt: skip
