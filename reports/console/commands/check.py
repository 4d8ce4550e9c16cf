"""``motcua check``: is the workspace sound, and what is in it?"""

from dataclasses import replace
from pathlib import Path

from model.instance import Instance
from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.typed import typed
from reports.wording.numbers import number


def check(call: Call, workspace: Path) -> Answer:
    """Read the whole workspace and say how much of everything it holds."""
    from model.files.read import read_workspace

    instance, warnings = read_workspace(workspace)
    counts = {
        "units": len(instance.units),
        "services": len(instance.services),
        "sites": len(instance.sites),
        "counters": len(instance.counters),
        "staff": len(instance.staff),
        "shifts": len(instance.shifts),
        "scenarios": len(instance.scenarios),
        "dossiers_per_day": sum(row.dossiers_per_day for row in instance.demand.rows),
    }
    facts = {key: number(value, call.lang) for key, value in counts.items()}
    answer = Answer(
        lines=(call.say("check.sound", name=instance.name.text(call.lang), **facts),),
        problems=warnings,
        next=(typed("simulate", workspace),),
        result={"name": instance.name.vi, "digest": instance.digest, "counts": counts},
    )
    return answer if instance.scenarios == {} else _with_scenarios(answer, instance, workspace)


def _with_scenarios(answer: Answer, instance: Instance, workspace: Path) -> Answer:
    result = {**answer.result, "scenarios": list(instance.scenarios)}
    return replace(answer, next=(*answer.next, typed("compare", workspace)), result=result)
