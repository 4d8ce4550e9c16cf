"""``motcua verify``: a certificate is played again from nothing but the workspace and its own terms."""

from datetime import date
from pathlib import Path
from typing import Any

from model.promise import promised
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.certificate_file import (
    least_of,
    levels_of,
    looks_of,
    meant_by,
    pledges_of,
    read_certificate,
    roster_of,
)
from reports.console.choices import WrongValueError
from reports.console.ready import ready_engine
from reports.console.workspace import open_workspace
from reports.wording.numbers import number, percent

# Numbers pass through text, so they agree to so much.
CLOSE = 1e-6


def verify(call: Call, path: Path, workspace: Path) -> Answer:
    """Check the workspace, the rules and every day of the certificate; exit code 5 where anything differs."""
    try:
        found = read_certificate(path)
    except ValueError as error:
        raise WrongValueError("CERT.json", str(path), call.say("verify.none")) from error
    named, warnings = open_workspace(call, workspace)
    instance = meant_by(found, named)
    faults = [] if found["workspace"] == instance.digest else ["workspace"]
    day, site = date.fromisoformat(found["date"]), str(found["site"])
    work = roster_of(found).assignments
    unknown = {one.person for one in work} - set(instance.staff) | {one.shift for one in work} - set(instance.shifts)
    if site not in instance.sites or unknown or not instance.opening(site, day):
        return _answer(call, path, [*faults, "roster"], found, 0, warnings)
    if pledges_of(found) != promised(instance, site, day):
        faults.append("promise")
    if abs(sum(instance.shifts[one.shift].paid_minutes for one in work) / 60 - float(found["paid_hours"])) > CLOSE:
        faults.append("hours")
    from scenarios.promise.verify import played_again
    from scenarios.promise.work import least_by_work

    ready_engine(call)
    again = played_again(
        instance,
        site,
        day,
        roster_of(found),
        pledges_of(found),
        seed=int(found["seed"]),
        looks=looks_of(found),
        workers=call.workers,
    )
    if not {"workspace", "promise"} & set(faults):
        least = least_by_work(instance, site, day, pledges_of(found), seed=int(found["seed"]))
        faults += [] if _same(least_of(found), None if least is None else least / 60) else ["bound"]
    faults += _differences(found, again.certificate, lawful=not again.breaches)
    return _answer(call, path, faults, found, again.certificate.days, warnings)


def _same(one: float | None, two: float | None) -> bool:
    """Whether two numbers of hours agree, or neither is there."""
    return one is two if one is None or two is None else abs(one - two) <= CLOSE


def _differences(found: dict[str, Any], played: Any, *, lawful: bool) -> list[str]:
    import numpy as np

    faults = [] if lawful else ["rules"]
    if (played.days, round(played.checksum, 6)) != (found["days"], round(float(found["checksum"]), 6)):
        faults.append("days")
    if abs(played.confidence - float(found["confidence"])) > CLOSE:
        faults.append("confidence")
    levels = [(one.level, one.error, one.visits) for one in played.findings]
    if not np.allclose(levels, levels_of(found), rtol=CLOSE, atol=CLOSE):
        faults.append("levels")
    decisions = [one.decision.value for one in played.findings]
    if decisions != [one["decision"] for one in found["pledges"]]:
        faults.append("decisions")
    if bool(found["certified"]) != (played.kept and lawful):
        faults.append("verdict")
    return faults


def _answer(call: Call, path: Path, faults: list[str], found: dict[str, Any], days: int, warnings: Any) -> Answer:
    facts = {
        "file": path.name,
        "days": number(days, call.lang),
        "hours": number(float(found["paid_hours"]), call.lang, 1),
        "confidence": percent(float(found["confidence"]), call.lang, 0),
    }
    result = {"holds": not faults, "certified": found["certified"], "differs": faults, "days": days}
    problems = warnings if call.as_json else ()
    if faults:
        lines = (call.say("verify.differs", **facts), *("  " + call.say(f"verify.fault.{one}") for one in faults))
        return Answer(Exit.TARGET_MISSED, lines, problems, result=result)
    key = "verify.holds" if found["certified"] else "verify.holds_uncertified"
    return Answer(Exit.DONE, (call.say(key, **facts),), problems, result=result)
