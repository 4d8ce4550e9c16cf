"""What a workspace holds before anything is understood, whether it is a folder or a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from model.files.codes import Code
from model.files.findings import Findings
from model.files.raw import Document, RawTable
from model.problems import Place


@dataclass(frozen=True, slots=True)
class Store:
    """The raw tables, the settings, the scenario documents, and by lower-case name the tables that stand beside them.

    ``broken`` names what is there and could not be read, so that it is not called missing as well. ``contents`` holds
    the bytes of every input file by its name inside the workspace.
    """

    title: str
    tables: Mapping[str, RawTable]
    settings: Document | None
    scenarios: tuple[Document, ...]
    beside: Mapping[str, RawTable]
    contents: Mapping[str, bytes]
    broken: frozenset[str] = field(default_factory=frozenset)
    workbook: bool = False


def open_store(path: FilePath, findings: Findings) -> Store:
    """Read everything a workspace holds; ``path`` is its folder, its ``motcua.yaml`` or its workbook.

    Raises:
        InputError: when there is no such path, or it is a file of another kind.
    """
    from model.files.folder import open_folder
    from model.files.workbook import open_workbook

    if path.is_dir():
        return open_folder(path, findings)
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return open_workbook(path, findings)
    if path.is_file() and path.suffix.lower() not in (".yaml", ".yml"):
        findings.add(Code.WORKBOOK_BROKEN, Place(path.name))
        findings.raise_errors()
    return open_folder(path.parent if path.is_file() else path, findings)
