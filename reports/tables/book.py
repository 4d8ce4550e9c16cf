"""Every table of a report in order: the sheets of the annex and the files for those who compute."""

from typing import Any

from model.instance import Instance
from reports.results import Compared, Planned
from reports.tables.cover import cover_table, needs_table
from reports.tables.days import calendar_days, calendar_table
from reports.tables.details import services_table, sites_table, slots_table
from reports.tables.figures import Cited, figures_table
from reports.tables.provenance import provenance_table
from reports.tables.roster import costs_table, roster_table, shifts_table
from reports.tables.scenarios import comparison_table, differences_table
from reports.tables.stress import Study, stress_table
from reports.tables.table import Table, filled
from reports.tables.week import week_services_table, week_table


def book(
    instance: Instance,
    compared: Compared | None,
    planned: Planned | None,
    cited: tuple[Cited, ...],
    certificate: dict[str, Any],
) -> tuple[Table, ...]:
    """Return all tables that have rows."""
    plain = {key: value for key, value in certificate.items() if key != "calendar"}
    holder = instance if compared or not planned else planned.instance
    return filled(
        [
            *(_of_scenarios(compared) if compared else ()),
            *(_of_week(planned) if planned else ()),
            figures_table(cited),
            calendar_table(calendar_days(instance, compared, planned)),
            provenance_table(plain),
            stress_table(study_of(holder, compared, planned, plain)),
        ]
    )


def _of_scenarios(compared: Compared) -> list[Table | None]:
    make = (comparison_table, differences_table, sites_table, services_table, slots_table)
    return [one(compared) for one in make]


def _of_week(planned: Planned) -> list[Table | None]:
    make = (week_table, week_services_table, cover_table, needs_table, roster_table, shifts_table, costs_table)
    return [one(planned) for one in make]


def study_of(
    instance: Instance, compared: Compared | None, planned: Planned | None, certificate: dict[str, Any]
) -> Study:
    """Return what a report's numbers come from, for its STRESS-DES sheet."""
    aim = "both" if compared and planned else "compare" if compared else "week"
    run = compared or planned
    assert run is not None
    return Study(
        instance=instance,
        aim=aim,
        scenarios=tuple(one.name for one in compared.results) if compared else (instance.name,),
        dates=run.dates,
        seed=run.seed,
        replications=run.replications,
        certificate=certificate,
        rostered=planned is not None or instance.roster is not None,
    )
