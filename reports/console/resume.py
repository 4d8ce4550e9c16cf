"""``--resume``: go on with the replications a stopped run has kept, if it was of the same input."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.console.call import Call
from reports.console.choices import WrongValueError
from reports.console.envelope import motcua_version

if TYPE_CHECKING:
    from simulate.kept import Kept


def kept_of(call: Call, instance: Instance, folder: Path, facts: Mapping[str, object], resume: bool) -> "Kept":
    """Return where the finished replications of a run are kept; without ``resume`` the run begins anew.

    ``facts`` tell what of the run decides its numbers, beside the workspace, the seed and the version. The number of
    replications does not: the first n of a longer run are those of a run of n.

    Raises:
        WrongValueError: when what is kept is of another input, with what differs.
    """
    from simulate.kept import Kept

    common = {
        "version": motcua_version(),
        "workspace": instance.digest,
        "seed": instance.settings.run.seed if call.seed is None else call.seed,
    }
    kept = Kept(folder, {name: _text(value) for name, value in {**common, **facts}.items()})
    if not resume:
        kept.clear()
    elif changed := kept.changed():
        what = ", ".join(call.say(f"resume.{name}") for name in changed)
        raise WrongValueError("--resume", str(folder), call.say("resume.changed", what=what))
    return kept


def digest_of(path: Path | None) -> str:
    """Return what tells a roster file from another; empty without one."""
    return "" if path is None else hashlib.sha256(path.read_bytes()).hexdigest()


def _text(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
