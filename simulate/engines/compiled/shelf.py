"""Where compiled code is kept on disk, under the fingerprint of the sources it was made from.

A compiler's own cache looks only at the file of the function it compiled, not at the files of those it calls; an
upgrade could leave old rules in force. So each state of the sources has a folder of its own.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile

HERE = Path(__file__).parent
# What is compiled, how, and the constants that are compiled in.
SOURCES = (*sorted(HERE.glob("*.py")), HERE.parent / "by_numba.py")
CONSTANTS = tuple(HERE.parents[1] / f"{name}.py" for name in ("staffing", "ticks", "visits"))


@cache
def fingerprint() -> str:
    """Return a short name for the present state of the sources."""
    text = b"".join(path.name.encode() + path.read_bytes() for path in SOURCES + CONSTANTS)
    return sha256(text).hexdigest()[:12]


def places() -> Iterator[Path]:
    """Yield where the code may be kept, the best first: as asked, beside the sources, with the user's caches."""
    asked = os.environ.get("NUMBA_CACHE_DIR")
    user = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    for base in ([Path(asked)] if asked else []) + [HERE / "__pycache__", Path(user) / "motcua"]:
        yield base / fingerprint()


def place() -> Path | None:
    """Return the first place that can be written to, made if need be; None when there is none."""
    for folder in places():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=folder):
                return folder
        except OSError:
            continue
    return None


def compiled_before() -> bool:
    """Whether compiled code of these sources for this Python is at hand, so that no compilation will be waited for."""
    version = f"py{sys.version_info.major}{sys.version_info.minor}"
    return any(any(folder.glob(f"*/*.{version}*.nbc")) for folder in places())
