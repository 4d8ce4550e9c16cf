"""A published instance solved and scored: the objective is the judge's, never the solver's own."""

from dataclasses import dataclass
from datetime import date

from model import activity_plan
from model.activity_plan import ActivityInstance
from model.instance import Instance
from model.requirement import Requirement
from model.rostering.activities.search import search
from model.rostering.effort import Effort
from model.rostering.judge import judge
from model.rostering.neighbourhood.stop import Stop
from model.rostering.solution import OnProgress, Progress
from model.rostering.solve import solve_roster
from model.rostering.tasks.solve import assign
from model.task_plan import TaskInstance, broken, cost

AS_LONG_AS_IT_TAKES = 1e6
# Without a clock the search for activities plays so many rounds.
ROUNDS = 2000


@dataclass(frozen=True, slots=True)
class Score:
    """What a solver reached: points, the bound below any lawful answer, and the breaches the judge found."""

    objective: int
    bound: int
    breaches: int

    @property
    def gap(self) -> float:
        """Return by how much of the objective the answer could be better at most, between 0 and 1."""
        return (self.objective - self.bound) / self.objective if self.objective else 0.0


def score_shifts(
    instance: Instance,
    requirement: Requirement,
    dates: tuple[date, ...],
    *,
    seed: int,
    stop: Stop,
    on_progress: OnProgress | None = None,
) -> Score:
    """Solve a shift scheduling instance until the stop and score the roster.

    Raises:
        NoRoster: when no roster keeps all rules, or none was found in time.
    """
    effort: Effort | float = Effort.QUICK if stop.clock is None else AS_LONG_AS_IT_TAKES
    solution = solve_roster(
        instance, requirement, dates=dates, seed=seed, effort=effort, stop=stop, on_progress=on_progress
    )
    verdict = judge(instance, solution.roster, requirement, dates, requirement.site)
    return Score(verdict.cost, solution.bound, len(verdict.breaches))


def score_tasks(instance: TaskInstance, *, seed: int, stop: Stop, on_progress: OnProgress | None = None) -> Score:
    """Solve a task scheduling instance until the stop and count the workers used."""

    def tell(used: int, bound: int) -> None:
        if on_progress:
            on_progress(Progress(1, used, bound))

    found = assign(instance, seed=seed, stop=stop, on_progress=tell)
    return Score(cost(found.doers), found.bound, broken(found.doers, instance))


def score_activities(
    instance: ActivityInstance, *, seed: int, stop: Stop, on_progress: OnProgress | None = None, rounds: int = ROUNDS
) -> Score:
    """Solve a multi-activity instance until the stop, without a clock for so many rounds, and score the plan."""
    bound = instance.least_excess

    def tell(uncovered: int, points: int) -> None:
        if on_progress and not uncovered:
            on_progress(Progress(1, points, bound))

    plan = search(instance, seed=seed, stop=stop, rounds=rounds, watch=tell)
    return Score(activity_plan.cost(plan, instance), bound, activity_plan.broken(plan, instance))
