"""``motcua explain``: a code of a problem, a rule or a price of the roster, told at length."""

import re
from difflib import get_close_matches

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.usage import UnknownCodeError
from reports.wording import catalogue, known, say

BLANK = re.compile(r"\{\w+\}")
SHELVES = ("problems", "roster", "rules", "rules.goal")
TELLING = ("explain", "broken", "paid")


def explain(call: Call, code: str) -> Answer:
    """Return what a code means and what to do about it."""
    wanted = code.strip()
    for name in (wanted.upper(), wanted.lower()):
        for shelf in SHELVES:
            for telling in TELLING:
                if known(call.lang, f"{shelf}.{name}.{telling}"):
                    return _told(call, shelf, name)
    raise UnknownCodeError(code, get_close_matches(code.upper(), codes(), cutoff=0.5))


def codes() -> list[str]:
    """Return every code that can be explained."""
    paths = (path.rsplit(".", 2) for path in catalogue("vi"))
    return sorted({path[1] for path in paths if len(path) == 3 and path[0] in SHELVES and path[2] in TELLING})


def _told(call: Call, shelf: str, name: str) -> Answer:
    parts = {
        key: BLANK.sub("…", say(call.lang, f"{shelf}.{name}.{key}"))
        for key in ("name", "message", "broken", "paid", "explain", "law", "remedy")
        if known(call.lang, f"{shelf}.{name}.{key}")
    }
    head = parts.get("name") or parts.get("message") or parts["broken"]
    told = (parts.get(key, head) for key in ("broken", "paid", "explain", "law"))
    lines = [f"{name}  {head}", *(text for text in told if text != head)]
    if "remedy" in parts:
        lines.append(f"→ {parts['remedy']}")
    return Answer(lines=tuple(lines), result={"code": name, **parts})
