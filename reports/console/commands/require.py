"""``motcua require``: the staff needed by skill and time of day."""

from pathlib import Path

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.needs_text import needs_lines, needs_record
from reports.console.searching import search_needs
from reports.console.typed import typed
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.needs_file import write_needs
from reports.roster_book.shelf import period_text, safe


def require(call: Call, workspace: Path, site: str | None, week: str | None, out: Path) -> Answer:
    """Search the requirement of one site and write it down."""
    instance, warnings = open_workspace(call, workspace)
    wanted = site_of(call, instance, site)
    dates = week_of(call, instance, week)
    requirement = search_needs(call, instance, wanted, dates)
    path = write_needs(out / f"requirement_{safe(wanted)}_{period_text(dates)}.csv", requirement)
    title = call.say("require.done", site=instance.sites[wanted].name, count=requirement.simulations)
    return Answer(
        lines=(title, *needs_lines(call, requirement)),
        problems=warnings if call.as_json else (),
        files=(path,),
        next=(typed("roster", "solve", workspace, "--site", wanted, "--week", period_text(dates)),),
        result=needs_record(requirement),
    )
