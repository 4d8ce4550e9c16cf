"""Plan a site's week with the progress shown: simulate, require, solve, simulate again."""

from datetime import date
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.call import Call
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.wording.numbers import number

if TYPE_CHECKING:
    from model.rostering.solution import Progress
    from scenarios.loop import Stage, WeekPlan
    from simulate.replicate import Simulation
    from simulate.requirements import Step

STEPS = 100


def run_week(
    call: Call,
    instance: Instance,
    site: str,
    dates: tuple[date, ...],
    replications: int | None,
    seconds: float,
    *,
    inside_day: bool = False,
) -> "WeekPlan":
    """Plan the week.

    Raises:
        NoRoster: when no roster keeps all rules.
    """
    from scenarios.loop import Stage, plan_week

    order = list(Stage)
    # A simulation that was stopped half-way has still replications to do when the next stage begins.
    now, short = [order[0]], [False]
    ready_engine(call)
    with progress(call, call.say("week.title", site=instance.sites[site].name), STEPS * len(order)) as update:

        def at(share: float, note: str) -> None:
            place, text = order.index(now[0]), call.say(f"week.{now[0].value}")
            update(int(STEPS * (place + share)), lambda: f"{text} {note}".rstrip())

        def on_stage(stage: "Stage") -> None:
            if short[0]:
                raise KeyboardInterrupt
            now[0] = stage
            short[0] = stage is Stage.BEFORE
            at(0, "")

        def on_done(simulation: "Simulation") -> None:
            short[0] = simulation.done < simulation.asked
            at(simulation.done / simulation.asked, "")

        def on_step(step: "Step") -> None:
            at(step.done / step.of, step.skill)

        def on_progress(found: "Progress") -> None:
            at(0.5, call.say("week.cost", cost=number(found.cost, call.lang), bound=number(found.bound, call.lang)))

        return plan_week(
            instance,
            site,
            dates=dates,
            seed=call.seed,
            replications=replications,
            workers=call.workers,
            effort=seconds,
            inside_day=inside_day,
            on_stage=on_stage,
            on_done=on_done,
            on_step=on_step,
            on_progress=on_progress,
        )
