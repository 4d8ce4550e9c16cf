"""``motcua roster explain``: why there is no lawful roster, or what the roster there is costs and why."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.clash_text import clash_lines, clash_records
from reports.console.typed import typed
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.needs_file import read_needs
from reports.roster_book.shelf import period_text, shelf_of

if TYPE_CHECKING:
    from model.rostering.clash.clash import Clashes


def roster_explain(call: Call, workspace: Path, site: str | None, week: str | None) -> Answer:
    """Say whether all rules can be kept, and if not, which facts clash; exit code 4 when there is no roster."""
    from model.rostering.clash.clash import find_clashes
    from model.rostering.problem import pose

    instance, _ = open_workspace(call, workspace)
    wanted, dates = site_of(call, instance, site), week_of(call, instance, week)
    needs = read_needs(shelf_of(workspace, wanted, dates).needs)
    found = find_clashes(pose(instance, wanted, dates, needs), seed=call.seed or instance.settings.run.seed)
    if found.possible is False:
        return _no_roster(call, instance, wanted, found)
    return _possible(call, workspace, instance, wanted, dates, found)


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
