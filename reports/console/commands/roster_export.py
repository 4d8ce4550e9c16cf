"""``motcua roster export``: the roster as an Excel workbook to print, change and hand back."""

from pathlib import Path

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.choices import WrongValueError
from reports.console.current import current_roster
from reports.console.typed import typed
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.book import Book
from reports.roster_book.free import free_path
from reports.roster_book.gantt.page import write_gantt
from reports.roster_book.lent import with_lent
from reports.roster_book.needs_file import read_needs
from reports.roster_book.write import write_book


def roster_export(
    call: Call, workspace: Path, site: str | None, week: str | None, roster: Path | None, out: Path | None
) -> Answer:
    """Write the workbook of one site's week; a file that is there already is never overwritten."""
    instance, _ = open_workspace(call, workspace)
    wanted, dates = site_of(call, instance, site), week_of(call, instance, week)
    instance = with_lent(instance, workspace, dates)
    current = current_roster(call, workspace, instance, wanted, dates, roster)
    name = f"{call.say('export.stem')}_{current.shelf.name}_r{current.revision}.xlsx"
    path = free_path(Path("out") / name) if out is None else out
    if path.exists():
        raise WrongValueError("--out", str(path), call.say("usage.exists"))
    book = Book(instance, wanted, current.roster, dates, current.revision, call.lang, read_needs(current.shelf.needs))
    write_book(path, book)
    page = write_gantt(free_path(path.with_suffix(".html")), book)
    return Answer(
        lines=(call.say("export.done", site=instance.sites[wanted].name, revision=current.revision),),
        files=(path, page),
        next=(typed("roster", "import", workspace, path),),
        result={"site": wanted, "dates": dates, "revision": current.revision, "roster": book.fingerprint},
    )
