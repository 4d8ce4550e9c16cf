"""``motcua roster diff``: two rosters side by side, in words, as a table and for programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from model.problems import Place
from reports.console.answer import Answer
from reports.console.breaches import breach_problems, name_of
from reports.console.call import Call
from reports.console.changes_text import change_records, changed_lines
from reports.console.choices import WrongValueError
from reports.console.costs_text import goal_name
from reports.console.problem_text import message
from reports.console.table_text import aligned
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.any_roster import Named, read_any, revision
from reports.roster_book.needs_file import read_needs
from reports.roster_book.published import with_published
from reports.roster_book.shelf import Shelf, shelf_of
from reports.wording.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from model.rostering.differ import Difference
    from model.rostering.rule import Breach


def roster_diff(call: Call, workspace: Path, before: str, after: str, site: str | None, week: str | None) -> Answer:
    """Compare two revisions or files; what differs is no fault, so the exit code is 0."""
    from model.rostering.differ import differ
    from model.rostering.problem import pose

    instance, _ = open_workspace(call, workspace)
    books = [read_any(Path(one), instance) for one in (before, after) if Path(one).suffix.lower() == ".xlsx"]
    wanted = site_of(call, instance, site or next((one.site for one in books), None))
    dates = next((one.dates for one in books if one.dates and week is None), None) or week_of(call, instance, week)
    shelf = shelf_of(workspace, wanted, dates)
    two = tuple(_named(call, instance, shelf, option, text) for option, text in (("A", before), ("B", after)))
    problem = pose(with_published(instance, workspace, wanted, dates), wanted, dates, read_needs(shelf.needs))
    found = differ(problem, two[0].roster, two[1].roster)
    return Answer(lines=tuple(_lines(call, instance, two, found)), result=_result(call, instance, wanted, two, found))


def _named(call: Call, instance: Instance, shelf: Shelf, option: str, text: str) -> Named:
    kept = revision(shelf, text)
    if kept is not None:
        return Named(call.say("diff.revision", revision=kept), shelf.read(instance, kept))
    if text.removeprefix("r").isdecimal() and not Path(text).exists():
        raise WrongValueError(option, text, call.say("usage.no_revision", last=shelf.last, name=shelf.name))
    return read_any(Path(text), instance)


def _lines(call: Call, instance: Instance, two: tuple[Named, ...], found: "Difference") -> list[str]:
    names = {"before": two[0].name, "after": two[1].name}
    if not found.changes:
        return [call.say("diff.same", **names)]
    return [
        call.say("diff.title", shifts=found.shifts, counters=found.counters, **names),
        *changed_lines(call, instance, found.changes),
        *_table(call, "diff.hours", _hours(instance, found.minutes), 1),
        *_points(call, found.costs),
        *_breaches(call, instance, "diff.broken", found.broken),
        *_breaches(call, instance, "diff.mended", found.mended),
    ]


def _hours(instance: Instance, minutes: "Mapping[str, tuple[int, int]]") -> "list[tuple[str, float, float]]":
    return [(name_of(instance, who), old / 60, new / 60) for who, (old, new) in minutes.items()]


def _points(call: Call, costs: "Mapping[str, tuple[int, int]]") -> tuple[str, ...]:
    """Return the aims that pay differently, and the sum over all."""
    rows: list[tuple[str, float, float]] = [
        (goal_name(goal, call.lang), *pair) for goal, pair in costs.items() if pair[0] != pair[1]
    ]
    before, after = (sum(pair[place] for pair in costs.values()) for place in (0, 1))
    return _table(call, "diff.points", [*rows, (call.say("diff.total"), before, after)], 0)


def _table(call: Call, title: str, rows: "list[tuple[str, float, float]]", digits: int) -> tuple[str, ...]:
    if not rows:
        return ()
    head = tuple(call.say(f"diff.column.{key}") for key in ("what", "before", "after", "change"))
    body = [
        (what, number(old, call.lang, digits), number(new, call.lang, digits), _signed(call, new - old, digits))
        for what, old, new in rows
    ]
    return (call.say(title), *aligned([head, *body], (False, True, True, True)))


def _signed(call: Call, value: float, digits: int) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return sign + number(abs(value), call.lang, digits)


def _sentences(call: Call, instance: Instance, breaches: "Iterable[Breach]") -> list[str]:
    problems = breach_problems(instance, breaches, lambda who, day: Place(""), call.lang)
    return [message(one, call.lang) for one in problems]


def _breaches(call: Call, instance: Instance, title: str, breaches: "tuple[Breach, ...]") -> list[str]:
    told = _sentences(call, instance, breaches)
    return [call.say(title, count=len(told)), *(f"  – {one}" for one in told)] if told else []


def _result(call: Call, instance: Instance, site: str, two: tuple[Named, ...], found: "Difference") -> dict[str, Any]:
    def told(breaches: "tuple[Breach, ...]") -> list[dict[str, Any]]:
        return [
            {"rule": one.rule, "person": one.person, "date": one.date, "message": text}
            for one in breaches
            for text in _sentences(call, instance, [one])
        ]

    return {
        "site": site,
        "before": two[0].name,
        "after": two[1].name,
        "changed_shifts": found.shifts,
        "changed_counters": found.counters,
        "changes": change_records(found.changes),
        "hours": {who: {"before": old / 60, "after": new / 60} for who, (old, new) in found.minutes.items()},
        "costs": {goal: {"before": old, "after": new} for goal, (old, new) in found.costs.items()},
        "broken": told(found.broken),
        "mended": told(found.mended),
    }
