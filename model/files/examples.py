"""The examples that come with the program: workspaces made of data only."""

from collections.abc import Iterator
from pathlib import Path

from model.files.atomic import replace_file
from model.files.codes import Code
from model.files.findings import Findings
from model.files.suggest import nearest
from model.files.tables import SETTINGS
from model.problems import Place

_HOME = Path(__file__).parent.parent / "examples"


def example_names() -> tuple[str, ...]:
    """Return the names of the examples."""
    return tuple(sorted(path.parent.name for path in _HOME.glob(f"*/{SETTINGS}")))


def example_path(name: str) -> Path:
    """Return the folder of an example.

    Raises:
        InputError: when there is no such example.
    """
    names = example_names()
    if name not in names:
        findings = Findings()
        findings.add(Code.EXAMPLE_UNKNOWN, Place(name), name, nearest(name, names), choices=", ".join(names))
        findings.raise_errors()
    return _HOME / name


def copy_example(name: str, folder: Path) -> tuple[Path, ...]:
    """Copy an example into a folder that is empty or not there yet; return the files written.

    Raises:
        InputError: when there is no such example or the folder holds anything.
    """
    source = example_path(name)
    check_empty(folder)
    written = []
    for path in _files(source):
        goal = folder / path.relative_to(source)
        replace_file(goal, path.read_bytes())
        written.append(goal)
    return tuple(written)


def check_empty(folder: Path) -> None:
    """Refuse a folder that holds anything, so that nothing is ever written over.

    Raises:
        InputError: when it does, or when it is a file.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        findings = Findings()
        findings.add(Code.FOLDER_NOT_EMPTY, Place(str(folder)), folder.name)
        findings.raise_errors()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts):
            yield path
