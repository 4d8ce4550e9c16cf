"""The one JSON object that a command prints for programs."""

import json
import math
from collections.abc import Mapping
from datetime import date
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.problem_text import record


def motcua_version() -> str:
    """Return the installed version; ``0+unknown`` from a bare source tree."""
    try:
        return version("motcua")
    except PackageNotFoundError:
        return "0+unknown"


def envelope(call: Call, answer: Answer) -> str:
    """Return the JSON text: keys and codes English and stable, only messages in the language of the call."""
    body = {
        "motcua": motcua_version(),
        "command": call.command,
        "ok": answer.exit == 0,
        "exit": int(answer.exit),
        "problems": [record(problem, call.lang) for problem in answer.problems],
        "files": [str(path) for path in answer.files],
        "next": list(answer.next),
        "result": answer.result,
        **answer.top,
    }
    return json.dumps(plain(body), ensure_ascii=False, indent=2, allow_nan=False)


def plain(value: Any) -> Any:
    """Turn numpy numbers, dates, paths and mappings into what JSON knows; a number that is none becomes null."""
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if hasattr(value, "item"):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value
