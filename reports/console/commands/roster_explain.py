"""``motcua roster explain``: why there is no lawful roster, or what the roster there is costs and why."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from model.roster import Roster
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.choices import WrongValueError
from reports.console.clash_text import clash_lines, clash_records
from reports.console.current import current_roster
from reports.console.events_text import Reading
from reports.console.progress import nothing, progress
from reports.console.typed import typed
from reports.console.workspace import open_workspace, site_of, week_of
from reports.console.worth_text import otherwise_lines, otherwise_record, price_lines, share_lines
from reports.roster_book.needs_file import read_needs
from reports.roster_book.published import with_published
from reports.roster_book.shelf import period_text, shelf_of
from reports.wording import say

if TYPE_CHECKING:
    from model.rostering.clash.clash import Clashes
    from model.rostering.problem import RosterProblem


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: a person's shift on a date, the price of each rule, or neither: why there is no roster."""

    site: str | None
    week: str | None
    roster: Path | None
    person: str | None
    date: str | None
    rules: bool
    seconds: float


def roster_explain(call: Call, workspace: Path, wanted: Wanted) -> Answer:
    """Say why there is no roster, why somebody works a shift, or what each rule costs."""
    from model.rostering.problem import pose

    instance, _ = open_workspace(call, workspace)
    site, dates = site_of(call, instance, wanted.site), week_of(call, instance, wanted.week)
    instance = with_published(instance, workspace, site, dates)
    needs = read_needs(shelf_of(workspace, site, dates).needs)
    problem = pose(instance, site, dates, needs)
    if wanted.rules or wanted.person or wanted.date:
        current = current_roster(call, workspace, instance, site, dates, wanted.roster)
        roster = problem.own(current.roster)
        if wanted.rules:
            return _prices(call, problem, roster, wanted.seconds)
        return _why(call, problem, roster, wanted)
    return _clashes(call, workspace, problem)


def _clashes(call: Call, workspace: Path, problem: "RosterProblem") -> Answer:
    """Say whether all rules can be kept, and if not, which facts clash; exit code 4 when there is no roster."""
    from model.rostering.clash.clash import find_clashes

    found = find_clashes(problem, seed=_seed(call, problem.instance))
    if found.possible is False:
        return _no_roster(call, problem.instance, problem.site, found)
    return _possible(call, workspace, problem.instance, problem.site, problem.dates, found)


def _seed(call: Call, instance: Instance) -> int:
    return instance.settings.run.seed if call.seed is None else call.seed


def _why(call: Call, problem: "RosterProblem", roster: Roster, wanted: Wanted) -> Answer:
    """Say what it would cost if the person did not work the shift they have on the date."""
    from model.rostering.worth import otherwise

    if not wanted.person or not wanted.date:
        raise WrongValueError("--person", wanted.person or "", call.say("usage.person_and_date"))
    read = Reading(call, problem.instance, problem.site, problem.dates)
    person, day = read.person("--person", wanted.person), read.day("--date", wanted.date)
    if roster.shift(person, day) is None:
        raise WrongValueError("--date", wanted.date, call.say("usage.off", person=problem.people[person].name))
    with progress(call, call.say("explain.working"), 1) as update:
        found = otherwise(problem, roster, person, day, seconds=wanted.seconds, seed=_seed(call, problem.instance))
        update(1, nothing)
    lines = (*otherwise_lines(call, problem.instance, problem.site, found), *share_lines(call, found.kept))
    return Answer(lines=lines, result={"site": problem.site, **otherwise_record(call, problem.instance, found)})


def _prices(call: Call, problem: "RosterProblem", roster: Roster, seconds: float) -> Answer:
    """Say what each aim's share is and what each rule costs."""
    from model.rostering.catalogue import RULES
    from model.rostering.judge import judged
    from model.rostering.worth import rule_prices

    verdict = judged(roster, problem)
    with progress(call, call.say("explain.working"), len(RULES)) as update:
        prices = rule_prices(
            problem,
            roster,
            seconds=seconds,
            seed=_seed(call, problem.instance),
            on_rule=lambda place, rule: update(place, lambda: say(call.lang, f"rules.{rule}.name")),
        )
    lines = (*share_lines(call, verdict.costs), *price_lines(call, prices))
    records = [{"rule": one.rule, "saved": one.saved, "most": one.most} for one in prices.rules]
    return Answer(
        lines=lines, result={"site": problem.site, "costs": dict(verdict.costs), "best": prices.best, "rules": records}
    )


def _no_roster(call: Call, instance: Instance, site: str, found: "Clashes") -> Answer:
    lines = [
        call.say("no_roster.title", site=instance.sites[site].name),
        call.say("clash.title", count=len(found.clashes)),
        *clash_lines(call, instance, site, found.clashes),
    ]
    if found.more:
        lines.append(call.say("clash.more"))
    rules = dict.fromkeys(given.fact.rule for clash in found.clashes for given in clash.given)
    result = {
        "site": site,
        "possible": False,
        "clashes": clash_records(call, instance, found.clashes),
        "more": found.more,
    }
    return Answer(Exit.NO_ROSTER, tuple(lines), next=tuple(typed("explain", rule) for rule in rules), result=result)


def _possible(
    call: Call, workspace: Path, instance: Instance, site: str, dates: tuple[date, ...], found: "Clashes"
) -> Answer:
    name = instance.sites[site].name
    named = (workspace, "--site", site, "--week", period_text(dates))
    return Answer(
        lines=(call.say("explain.possible" if found.possible else "explain.unknown", site=name),),
        next=(typed("roster", "solve", *named),),
        result={"site": site, "possible": found.possible, "clashes": [], "more": False},
    )
