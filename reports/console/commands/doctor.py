"""``motcua doctor``: is this installation whole, and what can it do here?"""

import platform
import re
import shutil
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec

from reports.console.answer import Answer, Exit
from reports.console.call import Call, all_cores
from reports.console.envelope import motcua_version
from reports.console.house import strangers


def doctor(call: Call) -> Answer:
    """Look at Python, the libraries, the cores and the examples, and say what is missing."""
    found = {name: _version(name) for name in _needed()}
    missing = [name for name, text in found.items() if text is None]
    faults = [*missing, *strangers(), *_examples()]
    facts = {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": all_cores(),
        "office": shutil.which("soffice") or shutil.which("libreoffice") or "–",
    }
    lines = [f"Motcua {motcua_version()}", *(call.say(f"doctor.{key}", value=value) for key, value in facts.items())]
    lines += [f"  {name} {text or '–'}" for name, text in found.items()]
    lines.append(call.say("doctor.faults", names=", ".join(faults)) if faults else call.say("doctor.sound"))
    return Answer(
        Exit.OUR_FAULT if faults else Exit.DONE,
        tuple(lines),
        next=() if faults else ("motcua demo",),
        result={**facts, "libraries": found, "faults": faults},
    )


def _needed() -> list[str]:
    """Return the libraries the distribution asks for, without those of its extras."""
    try:
        asked = requires("motcua") or []
    except PackageNotFoundError:
        return []
    return sorted({re.split(r"[^\w.-]", one)[0] for one in asked if "extra ==" not in one}, key=str.lower)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _examples() -> list[str]:
    if find_spec("model.files.examples") is None:
        return ["model.files.examples"]
    from model.files.examples import example_names, example_path

    return [name for name in example_names() if not example_path(name).exists()]
