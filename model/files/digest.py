"""The fingerprint of an input: what was computed from which files."""

from collections.abc import Mapping
from hashlib import sha256


def digest(contents: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over names and contents of files, whatever their order."""
    whole = sha256()
    for name in sorted(contents):
        for part in (name.encode(), contents[name]):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()
