"""Open a certificate together with the workspace it was made for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from model.instance import Instance
from model.problems import Problem
from model.promise import Pledge
from model.roster import Roster
from reports.console.call import Call
from reports.console.certificate_file import meant_by, pledges_of, read_certificate, roster_of
from reports.console.choices import WrongValueError
from reports.console.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate's plan, in the workspace."""

    instance: Instance
    site: str
    day: date
    pledges: tuple[Pledge, ...]
    roster: Roster
    seed: int
    record: dict[str, Any]
    warnings: tuple[Problem, ...]


def open_certificate(call: Call, path: Path, workspace: Path) -> Certified:
    """Read a certificate and its workspace.

    Raises:
        WrongValueError: when the file is no certificate, or not one of this workspace.
        InputError: with all errors of the workspace.
    """
    try:
        found = read_certificate(path)
    except ValueError as error:
        raise WrongValueError("CERT.json", str(path), call.say("verify.none")) from error
    named, warnings = open_workspace(call, workspace)
    instance = meant_by(found, named)
    roster, day, site = roster_of(found), date.fromisoformat(found["date"]), str(found["site"])
    strange = {one.person for one in roster.assignments} - set(instance.staff)
    strange |= {one.shift for one in roster.assignments} - set(instance.shifts)
    if site not in instance.sites or strange or not instance.opening(site, day):
        raise WrongValueError("CERT.json", str(path), call.say("verify.fault.roster"))
    return Certified(instance, site, day, pledges_of(found), roster, int(found["seed"]), found, warnings)
