"""``motcua plan holds``: how long a certified roster keeps its promise when the world changes."""

from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.certified import open_certificate
from reports.console.pledge_text import level_text, pledge_name
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.table_text import aligned
from reports.console.typed import typed
from reports.wording.numbers import day as day_text
from reports.wording.numbers import percent

if TYPE_CHECKING:
    from scenarios.promise.holds import Held


def plan_holds(call: Call, path: Path, workspace: Path) -> Answer:
    """Play the roster in every case and say which promises fail first."""
    from scenarios.promise.holds import CASES, DAYS, first_to_fail, how_long

    one = open_certificate(call, path, workspace)
    ready_engine(call)
    with progress(call, call.say("holds.bar"), len(CASES)) as update:
        done = iter(range(1, len(CASES) + 1))
        held = how_long(
            one.instance, one.site, one.day, one.pledges, one.roster,
            seed=one.seed, workers=call.workers, told=lambda: update(next(done), str),
        )  # fmt: skip
    facts = {"site": one.instance.sites[one.site].name, "date": day_text(one.day, call.lang), "days": DAYS}
    titles = tuple(call.say(f"holds.column.{name}") for name in ("case", "missed", "worst"))
    rows = [titles, *(_row(call, one.instance, case, len(one.pledges)) for case in held)]
    breaks = [
        "  "
        + call.say("holds.breaks", case=_case(call, kind, case.amount), pledge=pledge_name(call, one.instance, worst))
        for kind, case, worst in first_to_fail(held)
        if case.amount
    ]
    lines = (call.say("holds.title", **facts), *aligned(rows, (False, True, False)))
    return Answer(
        Exit.DONE,
        (*lines, *((call.say("holds.first"), *breaks) if breaks else (call.say("holds.all"),))),
        one.warnings if call.as_json else (),
        (),
        (typed("plan", workspace, "--site", one.site),),
        {"site": one.site, "date": one.day, "days": DAYS, "cases": [_record(case) for case in held]},
    )


def _row(call: Call, instance: Instance, held: "Held", many: int) -> tuple[str, str, str]:
    worst = ""
    if held.missed:
        pledge, level = held.missed[0]
        worst = call.say(
            "holds.worst", pledge=pledge_name(call, instance, pledge), level=level_text(call, pledge, level)
        )
    return _case(call, held.case.kind, held.case.amount), f"{len(held.missed)}/{many}", worst


def _case(call: Call, kind: str, amount: float) -> str:
    return call.say(f"holds.case.{kind}", amount=percent(amount, call.lang, 0)) if amount else call.say("holds.as_is")


def _record(held: "Held") -> dict[str, object]:
    return {
        "kind": held.case.kind,
        "amount": held.case.amount,
        "missed": [pledge.id for pledge, _ in held.missed],
        "levels": {pledge.id: level for pledge, level in held.levels},
    }
