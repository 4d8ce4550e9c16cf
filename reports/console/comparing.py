"""Compare scenarios with the progress shown: which scenario, simulating or searching staff."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.call import Call
from reports.console.choices import WrongValueError, chosen
from reports.console.progress import progress
from reports.console.ready import ready_engine

if TYPE_CHECKING:
    from scenarios.comparison import Comparison
    from simulate.kept import Kept

STEPS = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """What is compared; ``staff_replications`` 0 leaves the staff search out."""

    scenarios: tuple[str, ...]
    base: str
    dates: tuple[date, ...]
    replications: int | None
    staff_replications: int


def wanted_scenarios(instance: Instance, text: str, base: str) -> tuple[str, ...]:
    """Return the scenarios named, parted by commas; all of the workspace where none is named.

    Raises:
        WrongValueError: when the workspace has no such scenario, or none at all.
    """
    known = ("base", *instance.scenarios)
    chosen("--base", base, known)
    names = [one.strip() for one in text.split(",") if one.strip()]
    found = tuple(chosen("--scenarios", one, known) for one in names) or tuple(instance.scenarios)
    others = tuple(one for one in dict.fromkeys(found) if one != base)
    if not others:
        raise WrongValueError("--scenarios", text)
    return others


def run_comparison(
    call: Call, instance: Instance, plan: Plan, kept: "Callable[[str], Kept] | None" = None
) -> "Comparison":
    """Simulate all scenarios and, where asked, search the staff each needs."""
    from scenarios.compare import compare

    names: Sequence[str] = tuple(dict.fromkeys((plan.base, *plan.scenarios)))
    stages = ("simulate", "staff") if plan.staff_replications else ("simulate",)
    ready_engine(call)
    with progress(call, call.say("compare.title"), STEPS * len(names) * len(stages)) as update:

        def on_done(scenario: str, stage: str, done: int, of: int) -> None:
            before = stages.index(stage) * len(names) + names.index(scenario)
            update(STEPS * before + STEPS * done // max(of, 1), lambda: call.say(f"compare.{stage}", id=scenario))

        return compare(
            instance,
            plan.scenarios,
            base=plan.base,
            seed=call.seed,
            replications=plan.replications,
            dates=plan.dates,
            workers=call.workers,
            staff_search=bool(plan.staff_replications),
            staff_replications=plan.staff_replications or 1,
            on_done=on_done,
            kept=kept,
        )
