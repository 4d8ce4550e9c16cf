"""``motcua roster check``: is a roster lawful, and what does it pay?"""

from datetime import date
from pathlib import Path

from model.problems import Place
from reports.console.answer import Answer, Exit
from reports.console.breaches import breach_problems
from reports.console.call import Call
from reports.console.costs_text import costs_lines
from reports.console.current import current_roster
from reports.console.typed import typed
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.needs_file import read_needs
from reports.roster_book.published import with_published
from reports.roster_book.shelf import period_text


def roster_check(call: Call, workspace: Path, site: str | None, week: str | None, roster: Path | None) -> Answer:
    """Judge the roster of one site's week; exit code 4 when it breaks a rule."""
    from model.rostering.judge import judge

    instance, _ = open_workspace(call, workspace)
    wanted, dates = site_of(call, instance, site), week_of(call, instance, week)
    instance = with_published(instance, workspace, wanted, dates)
    current = current_roster(call, workspace, instance, wanted, dates, roster)
    verdict = judge(instance, current.roster, read_needs(current.shelf.needs), dates, wanted)

    def where(person: str, day: date) -> Place:
        return Place(current.file, None, f"{person} {day}".strip())

    named = (workspace, "--site", wanted, "--week", period_text(dates))
    title = call.say(
        "judge.lawful" if verdict.lawful else "judge.unlawful",
        site=instance.sites[wanted].name,
        revision=current.revision,
        count=len(verdict.breaches),
    )
    return Answer(
        Exit.DONE if verdict.lawful else Exit.NO_ROSTER,
        (title, *costs_lines(call, verdict.costs)),
        breach_problems(instance, verdict.breaches, where, call.lang),
        next=(typed("roster", "export" if verdict.lawful else "solve", *named),),
        result={"site": wanted, "revision": current.revision, "lawful": verdict.lawful, "costs": dict(verdict.costs)},
    )
