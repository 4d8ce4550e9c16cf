"""``motcua bench roster``: a published instance solved by the ordinary solver, scored by the judge."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.progress import progress
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    from model.files.published.open import Published
    from model.rostering.score import Score
    from model.rostering.solution import Progress

# Judging and the calmer choice of counters come after the search.
RESERVE = 0.03


def bench_roster(call: Call, path: Path, seconds: float) -> Answer:
    """Solve for so many seconds of the clock, reading included."""
    began = time.perf_counter()
    from model.activity_plan import ActivityInstance
    from model.files.published.open import open_published
    from model.rostering.neighbourhood.stop import Stop
    from model.rostering.score import score_activities, score_shifts, score_tasks
    from model.task_plan import TaskInstance

    read = open_published(path)
    stop = Stop(time.perf_counter, began + seconds * (1 - RESERVE))
    with progress(call, _title(call, path, read), round(seconds)) as update:

        def on_progress(now: "Progress") -> None:
            facts = {"cost": number(now.cost, call.lang), "bound": number(now.bound, call.lang)}
            update(round(time.perf_counter() - began), lambda: call.say("bench_roster.progress", **facts))

        seed = call.seed or 1
        if isinstance(read, TaskInstance):
            score = score_tasks(read, seed=seed, stop=stop, on_progress=on_progress)
        elif isinstance(read, ActivityInstance):
            score = score_activities(read, seed=seed, stop=stop, on_progress=on_progress)
        else:
            week = (read.instance, read.requirement, read.dates)
            score = score_shifts(*week, seed=seed, stop=stop, on_progress=on_progress)
    return _answer(call, score, time.perf_counter() - began)


def _title(call: Call, path: Path, read: "Published") -> str:
    from model.activity_plan import ActivityInstance
    from model.task_plan import TaskInstance

    if isinstance(read, TaskInstance):
        return call.say("bench_roster.tasks", name=path.name, people=len(read.able), tasks=len(read.tasks))
    if isinstance(read, ActivityInstance):
        size = {"people": len(read.people), "days": read.days, "activities": read.activities}
        return call.say("bench_roster.activities", name=path.name, **size)
    size = {"people": len(read.instance.staff), "days": len(read.dates), "shifts": len(read.instance.shifts)}
    return call.say("bench_roster.title", name=path.name, **size)


def _answer(call: Call, score: "Score", seconds: float) -> Answer:
    lawful = call.say(
        "bench_roster.unlawful" if score.breaches else "bench_roster.lawful", count=number(score.breaches, call.lang)
    )
    line = call.say(
        "bench_roster.done",
        objective=number(score.objective, call.lang),
        lawful=lawful,
        bound=number(score.bound, call.lang),
        gap=percent(score.gap, call.lang),
        seconds=number(seconds, call.lang, 1),
    )
    top = {
        "objective": score.objective,
        "bound": score.bound,
        "seconds": round(seconds, 2),
        "gap": round(score.gap, 5),
        "lawful": not score.breaches,
        "status": _status(score),
    }
    return Answer(Exit.OUR_FAULT if score.breaches else Exit.DONE, (line,), top=top)


def _status(score: "Score") -> str:
    if score.breaches:
        return "unlawful"
    return "optimal" if score.objective <= score.bound else "feasible"
