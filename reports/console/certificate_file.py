"""The certificate as JSON: everything somebody needs to check it with the workspace and ``motcua verify``."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.clock import Interval
from model.files.atomic import replace_file
from model.instance import Instance
from model.promise import Pledge
from model.roster import Assignment, Roster
from model.targets import Measure
from reports.console.envelope import motcua_version, plain

if TYPE_CHECKING:
    from scenarios.promise.plan import Planned
    from simulate.promise.certify import Finding

KIND = "motcua certificate 1"


def certificate_record(
    instance: Instance, planned: "Planned", robust: float = 0.0, scenario: str = "base"
) -> dict[str, Any]:
    """Return the certificate as plain values.

    ``robust`` is by how much more its days differ than the workspace has; ``scenario`` which of the workspace's holds.
    """
    found = planned.certificate
    return {
        "kind": KIND,
        "motcua": motcua_version(),
        "workspace": instance.digest,
        "robust": robust,
        "scenario": scenario,
        "site": planned.site,
        "date": planned.day.isoformat(),
        "certified": found.kept and not planned.breaches,
        "paid_hours": planned.plan.minutes / 60,
        "least_hours_by_work": None if planned.bound is None else planned.bound / 60,
        "confidence": found.confidence,
        "days": found.days,
        "looks": list(found.looks),
        "seed": found.seed,
        "checksum": found.checksum,
        "pledges": [_pledge(one) for one in found.findings],
        "roster": [{"staff": one.person, "shift": one.shift} for one in planned.roster.assignments],
    }


def _pledge(one: "Finding") -> dict[str, Any]:
    pledge = one.pledge
    return {
        "id": pledge.id,
        "services": sorted(pledge.services),
        "start": pledge.window.start,
        "end": pledge.window.end,
        "measure": pledge.measure.value,
        "share": pledge.share,
        "minutes": pledge.minutes,
        "confidence": pledge.confidence,
        "weekly": pledge.weekly,
        "limit": pledge.limit,
        "level": one.level,
        "error": one.error,
        "visits_a_day": one.visits,
        "decision": one.decision.value,
    }


def write_certificate(path: Path, record: Mapping[str, Any]) -> Path:
    """Write the certificate whole or not at all."""
    text = json.dumps(plain(record), ensure_ascii=False, indent=1, allow_nan=False)
    replace_file(path, (text + "\n").encode())
    return path


def read_certificate(path: Path) -> dict[str, Any]:
    """Read a certificate.

    Raises:
        ValueError: when the file is none.
    """
    try:
        found = json.loads(path.read_bytes())
        if not isinstance(found, dict) or found.get("kind") != KIND:
            raise ValueError(path.name)
        _whole(found)
    except (OSError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(path.name) from error
    return found


def _whole(found: Mapping[str, Any]) -> None:
    """Read every field once, so that what is missing or of a wrong kind is found before any day is played."""
    pledges_of(found), roster_of(found), levels_of(found)
    [str(one["decision"]) for one in found["pledges"]]
    [str(found[name]) for name in ("workspace", "site")]
    [float(found[name]) for name in ("checksum", "paid_hours")]
    least_of(found), robust_of(found)
    (int(found["seed"]), int(found["days"]), bool(found["certified"]))
    looks = looks_of(found)
    if not looks or looks[0] < 2 or list(looks) != sorted(set(looks)) or not 0 < float(found["confidence"]) < 1:
        raise ValueError(KIND)


def levels_of(found: Mapping[str, Any]) -> tuple[tuple[float, ...], ...]:
    """Return the level, the error and the visits a day of each pledge, as the certificate says."""
    return tuple(tuple(float(one[name]) for name in ("level", "error", "visits_a_day")) for one in found["pledges"])


def least_of(found: Mapping[str, Any]) -> float | None:
    """Return the paid hours below which no roster keeps the promise; None: no roster keeps it."""
    least = found["least_hours_by_work"]
    return None if least is None else float(least)


def meant_by(found: Mapping[str, Any], instance: Instance) -> Instance:
    """Return the administration a certificate of a workspace is about: its scenario, on days as it says they differ.

    Raises:
        InputError: when the workspace has no such scenario.
    """
    from scenarios.apply import scenario_instance
    from scenarios.promise.holds import uncertain

    return uncertain(scenario_instance(instance, str(found.get("scenario", "base"))), robust_of(found))


def robust_of(found: Mapping[str, Any]) -> float:
    """Return by how much more the days of a certificate differ than the workspace says."""
    return float(found.get("robust", 0.0))


def pledges_of(found: Mapping[str, Any]) -> tuple[Pledge, ...]:
    """Return the pledges of a certificate."""
    return tuple(
        Pledge(
            str(one["id"]),
            frozenset(one["services"]),
            Interval(int(one["start"]), int(one["end"])),
            Measure(one["measure"]),
            float(one["share"]),
            float(one["minutes"]),
            float(one["confidence"]),
            bool(one["weekly"]),
        )
        for one in found["pledges"]
    )


def looks_of(found: Mapping[str, Any]) -> tuple[int, ...]:
    """Return after how many days the certificate was looked at."""
    return tuple(int(one) for one in found["looks"])


def roster_of(found: Mapping[str, Any]) -> Roster:
    """Return the roster of a certificate."""
    day = date.fromisoformat(found["date"])
    return Roster((day,), tuple(Assignment(day, str(one["staff"]), str(one["shift"])) for one in found["roster"]))
