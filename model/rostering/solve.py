"""The weekly roster of a site: rules posted, goals priced, CP-SAT run, the answer judged without it."""

from collections.abc import Sequence
from datetime import date

from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster
from model.rostering.clash.clash import find_clashes
from model.rostering.clashing_locks import ClashingLocks, clashing_locks
from model.rostering.compose import compose
from model.rostering.effort import Effort, limit
from model.rostering.elastic import fullest
from model.rostering.explain import explain
from model.rostering.judge import judged
from model.rostering.neighbourhood.hunt import hunt
from model.rostering.neighbourhood.stop import NEVER, Stop
from model.rostering.no_roster import NoRoster
from model.rostering.problem import RosterProblem, pose
from model.rostering.seats import spread
from model.rostering.settle import settled
from model.rostering.solution import OnProgress, Solution, Status


def solve_roster(
    instance: Instance,
    requirement: Requirement,
    *,
    dates: Sequence[date],
    seed: int = 1,
    effort: Effort | float = Effort.QUICK,
    stop: Stop = NEVER,
    on_progress: OnProgress | None = None,
) -> Solution:
    """Find the cheapest lawful roster of the requirement's site over some dates.

    The same input, seed and effort give the same roster on any number of cores: effort is in deterministic seconds.
    A ``stop`` with a clock ends the search earlier, for those who ask for seconds of their own day.

    Raises:
        ClashingLocks: when locked cells break a rule by themselves; nothing is moved.
        NoRoster: when no roster keeps all rules; it says which people are missing when, and why.
    """
    problem = pose(instance, requirement.site, dates, requirement)
    clashing = clashing_locks(problem)
    if clashing:
        raise ClashingLocks(clashing)
    whole = compose(problem)
    whole.model.minimize(whole.cost)
    found = hunt(whole, problem, seed=seed, seconds=limit(effort), stop=stop, on_progress=on_progress)
    if found.values is None:
        return _without_aims(problem, seed, refuted=found.refuted)
    values = found.values.tolist()
    roster = whole.works.read(lambda decision: values[decision.index], problem)
    calm = settled(problem, roster, judged(roster, problem).cost, seed) if len(whole.works.places) > 1 else roster
    final = spread(calm, whole.works.places, problem)
    return _judged(final, problem, bound=found.bound)


def _without_aims(problem: RosterProblem, seed: int, *, refuted: bool) -> Solution:
    """Look for any lawful roster where the search found none, or say why there is none."""
    found, lacking = fullest(problem, seed)
    reasons = explain(problem, found) if found else ()
    if reasons:
        raise NoRoster(reasons, proved=refuted or lacking)
    if found is None:
        # It is not presence that is asked too much of; any rule may be.
        clashes = find_clashes(problem, seed=seed)
        raise NoRoster((), proved=refuted or clashes.possible is False, clashes=clashes.clashes)
    return _judged(found, problem, bound=0)


def _judged(roster: Roster, problem: RosterProblem, *, bound: int) -> Solution:
    """Let the judge have the last word on what the solver found.

    Raises:
        RuntimeError: when the judge finds a broken rule; then solver and judge disagree, which is our fault.
    """
    verdict = judged(roster, problem)
    if not verdict.lawful:
        raise RuntimeError(f"solver and judge disagree: {verdict.breaches[0]}")
    status = Status.OPTIMAL if verdict.cost <= bound else Status.FEASIBLE
    return Solution(roster, verdict.costs, bound, status)
