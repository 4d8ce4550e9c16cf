"""The birth certificate of a report's numbers: what was run, on which input, with which seeds and settings.

There is no clock in it: the same input and settings give the same certificate.
"""

import json
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from model.instance import Instance
from reports.results import Compared, Planned
from reports.tables.days import calendar_days

LIBRARIES = ("numpy", "pandas", "scipy", "simpy", "ortools", "holidays")


def provenance(instance: Instance, compared: Compared | None, planned: Planned | None) -> dict[str, Any]:
    """Return the certificate as plain data with English keys."""
    dates = compared.dates if compared else planned.dates if planned else instance.settings.run.dates
    found: dict[str, Any] = {
        "motcua": _version("motcua"),
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "workspace": {"name": instance.name.vi, "digest": instance.digest},
        "period": [day.isoformat() for day in dates],
        "interval": "95 %, Student t over replications; paired differences under common random numbers",
    }
    if compared is not None:
        found["comparison"] = _comparison(compared)
    if planned is not None:
        found["week"] = _week(planned)
    found["calendar"] = _calendar(instance, compared, planned)
    return found


def provenance_bytes(found: Mapping[str, Any]) -> bytes:
    """Return the certificate as JSON: UTF-8, stable order."""
    return (json.dumps(dict(found), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _comparison(compared: Compared) -> dict[str, Any]:
    return {
        "base": compared.base,
        "seed": compared.seed,
        "replications": compared.replications,
        "interrupted": compared.interrupted,
        "staff_search_replications": compared.staff_replications,
        "scenarios": [
            {"id": one.id, "sites": one.sites, "staff": one.staff, "label": one.label.value, "source": one.source}
            for one in compared.results
        ],
    }


def _week(planned: Planned) -> dict[str, Any]:
    needs = planned.requirement
    return {
        "workspace": {"name": planned.instance.name.vi, "digest": planned.instance.digest},
        "site": planned.site,
        "dates": [day.isoformat() for day in planned.dates],
        "seed": planned.seed,
        "replications": planned.replications,
        "requirement": {"method": needs.method, "simulations": needs.simulations, "staff_hours": needs.staff_hours},
        "solver": {"status": planned.status, "cost": planned.cost, "bound": planned.bound, **planned.solver},
        "breaches": planned.breaches,
        "costs": dict(planned.costs),
    }


def _calendar(instance: Instance, compared: Compared | None, planned: Planned | None) -> list[dict[str, str]]:
    rows = []
    for day, kind, known in calendar_days(instance, compared, planned):
        row = {"date": day.isoformat(), "kind": kind.value}
        if known is not None:
            row |= {"name": known.name, "status": known.status, "source": known.source}
        rows.append(row)
    return rows
