"""What goes into a report: an administration with a comparison of scenarios, a branch's week, or both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.results import Compared, Needed, Planned, ScenarioResult
from reports.told import Told, told

if TYPE_CHECKING:
    from scenarios.comparison import Comparison, Outcome
    from scenarios.loop import WeekPlan


@dataclass(frozen=True, slots=True)
class ReportContents:
    """Results to be reported; ``comparison`` or ``week`` may be missing, and then no word of it appears.

    ``week_instance`` is the workspace of the week where that is another than the comparison's. ``solver`` are the
    solver's settings, such as its effort, for the certificate.
    """

    instance: Instance
    comparison: "Comparison | None" = None
    week: "WeekPlan | None" = None
    week_instance: Instance | None = None
    solver: Mapping[str, str] = field(default_factory=dict)


def tell_contents(contents: ReportContents) -> Told:
    """Tell a report of what there is.

    Raises:
        ValueError: when there is neither a comparison with results nor a week.
    """
    comparison = contents.comparison
    compared = None if comparison is None or not comparison.outcomes else compared_of(comparison)
    planned = None if contents.week is None else planned_of(contents, contents.week)
    raw = {} if comparison is None or compared is None else {"replications": comparison.replications()}
    return told(contents.instance, compared, planned, raw)


def compared_of(comparison: "Comparison") -> Compared:
    """Take out of a comparison what a report tells."""
    workspace, run = comparison.workspace, comparison.outcomes[0].simulation
    return Compared(
        base=comparison.base,
        results=tuple(_result(one) for one in comparison.outcomes),
        target=workspace.settings.target,
        service_names={key: service.name for key, service in workspace.services.items()},
        dates=run.dates,
        replications=min(one.simulation.done for one in comparison.outcomes),
        seed=run.seed,
        interrupted=comparison.interrupted,
        staff_replications=max((one.headcount.replications for one in comparison.outcomes if one.headcount), default=0),
    )


def _result(outcome: "Outcome") -> ScenarioResult:
    head = outcome.headcount
    return ScenarioResult(
        id=outcome.id,
        name=outcome.name,
        sites=len(outcome.instance.sites),
        staff=len(outcome.instance.staff),
        frames=outcome.summaries,
        changes=outcome.differences,
        label=outcome.label,
        source=outcome.source,
        needed=None if head is None else Needed(head.needed, len(head.beyond), len(head.short)),
        site_names={key: site.name for key, site in outcome.instance.sites.items()},
        stranded=sum(outcome.stranded.values()),
    )


def planned_of(contents: ReportContents, week: "WeekPlan") -> Planned:
    """Take out of a week's plan what a report tells."""
    before, after = week.summaries
    return Planned(
        instance=contents.week_instance or contents.instance,
        site=week.site,
        dates=week.dates,
        before=before,
        after=after,
        changes=week.differences,
        requirement=week.requirement,
        roster=week.solution.roster,
        breaches=len(week.verdict.breaches),
        costs=week.solution.costs,
        status=week.solution.status.value,
        cost=week.solution.cost,
        bound=week.solution.bound,
        replications=min(week.before.done, week.after.done),
        seed=week.before.seed,
        solver=contents.solver,
    )
