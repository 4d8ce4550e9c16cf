"""What a workspace holds before anything is understood, whether it is a folder or a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.files.raw import Document, RawTable


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
