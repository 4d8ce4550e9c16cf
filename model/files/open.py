"""Opens a workspace, whichever of its two forms it has."""

from pathlib import Path as FilePath

from model.files.codes import Code
from model.files.findings import Findings
from model.files.folder import open_folder
from model.files.store import Store
from model.files.tables import SETTINGS
from model.files.workbook import open_workbook
from model.problems import Place


def open_store(path: FilePath, findings: Findings) -> Store:
    """Read everything a workspace holds; ``path`` is its folder, its ``motcua.yaml`` or its workbook.

    Raises:
        InputError: when there is no such path, or it is a file of another kind.
    """
    if path.is_dir():
        _check_book(path, findings)
        return open_folder(path, findings)
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return open_workbook(path, findings)
    if path.is_file() and path.suffix.lower() not in (".yaml", ".yml"):
        findings.add(Code.WORKBOOK_BROKEN, Place(path.name))
        findings.raise_errors()
    return open_folder(path.parent if path.is_file() else path, findings)


def _check_book(folder: FilePath, findings: Findings) -> None:
    """Point to the workbook where a folder holds nothing else, instead of calling every table of it missing."""
    inside = [one for one in sorted(folder.iterdir()) if not one.name.startswith((".", "~", "_"))]
    books = [one for one in inside if one.suffix.lower() in (".xlsx", ".xlsm")]
    if len(books) == 1 and not any(one.suffix.lower() in (".csv", ".yaml", ".yml") for one in inside):
        findings.add(Code.PATH_MISSING, Place(str(folder)), SETTINGS, str(books[0]))
        findings.raise_errors()
