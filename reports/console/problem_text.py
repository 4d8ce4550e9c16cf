"""A problem of the input in words: where, what is wrong, what to do; the same facts for programs."""

from collections.abc import Iterable
from typing import Any

from model.problems import Problem, Severity
from reports.wording import known, say


def catalogue_of(code: str) -> str | None:
    """Return where the words of a code stand: the input's problems, the roster workbook's, or the rules of a roster."""
    for path in (f"problems.{code}.message", f"roster.{code}.message", f"rules.{code}.broken"):
        if known("vi", path):
            return path
    return None


def message(problem: Problem, lang: str) -> str:
    """Return the sentence of a problem; the bare value where the catalogue lacks the code."""
    path = catalogue_of(problem.code)
    if path is None:
        return problem.value
    facts = {"value": problem.value, "suggestion": problem.suggestion or "", "count": str(problem.count)}
    return say(lang, path, **{**facts, **problem.facts})


def remedy(problem: Problem, lang: str) -> str:
    """Return what to do about it: the nearest known value, else the code's general remedy."""
    if problem.suggestion:
        return say(lang, "cli.problem.suggestion", suggestion=problem.suggestion)
    path = (catalogue_of(problem.code) or "").replace(".message", ".remedy")
    if not path.endswith(".remedy") or not known(lang, path):
        return ""
    facts = {"value": problem.value, "suggestion": "", "count": str(problem.count)}
    return say(lang, path, **{**facts, **problem.facts})


def place_text(problem: Problem, lang: str) -> str:
    """Return file, row and column as a person would look them up."""
    place = problem.place
    text = place.file + (f":{place.row}" if place.row is not None else "")
    if place.column is None:
        return text
    if "!" in place.column:
        return f"{text} {place.column}"
    return text + " " + say(lang, "cli.problem.column", column=place.column)


def line(problem: Problem, lang: str, width: int = 0) -> str:
    """Return one line: code, place, sentence, remedy, and how many rows share the mistake."""
    parts = [problem.code, place_text(problem, lang).ljust(width), message(problem, lang)]
    todo = remedy(problem, lang)
    if todo:
        parts.append(f"→ {todo}")
    if problem.count > 1:
        parts.append(say(lang, "cli.problem.count", count=problem.count))
    return "  ".join(parts)


def lines(problems: Iterable[Problem], lang: str) -> tuple[str, ...]:
    """Return all problems, errors first, then by file and row as they came."""
    ordered = sorted(problems, key=lambda one: one.severity is not Severity.ERROR)
    width = min(max((len(place_text(one, lang)) for one in ordered), default=0), 44)
    return tuple(line(one, lang, width) for one in ordered)


def tally(problems: Iterable[Problem], lang: str) -> str:
    """Return how many errors and warnings there are and in how many files."""
    found = tuple(problems)
    errors = sum(one.severity is Severity.ERROR for one in found)
    files = len({one.place.file for one in found})
    return say(lang, "cli.problem.tally", errors=errors, warnings=len(found) - errors, files=files)


def record(problem: Problem, lang: str) -> dict[str, Any]:
    """Return a problem for programs; only ``message`` and ``remedy`` are translated."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "row": problem.place.row,
        "column": problem.place.column,
        "value": problem.value,
        "message": message(problem, lang),
        "remedy": remedy(problem, lang) or None,
        "suggestion": problem.suggestion,
        "count": problem.count,
    }
