"""A file name nobody has taken: a workbook somebody may have changed is never overwritten."""

from pathlib import Path


def free_path(path: Path) -> Path:
    """Return the path, or the first numbered one beside it that is free."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found
