"""Opens a workspace that is a folder of CSV and YAML files."""

from collections.abc import Iterator
from pathlib import Path as FilePath

from model.files.codes import Code
from model.files.csv_text import read_csv
from model.files.findings import Findings
from model.files.raw import Document, RawTable
from model.files.store import Store
from model.files.suggest import nearest
from model.files.tables import SCENARIOS, SETTINGS, TABLES
from model.files.yaml_text import read_yaml
from model.problems import Place

_YAML = (".yaml", ".yml")


def open_folder(folder: FilePath, findings: Findings) -> Store:
    """Read every file of a workspace folder; what is no file of a workspace is reported.

    Raises:
        InputError: when there is no such folder.
    """
    if not folder.is_dir():
        findings.add(Code.PATH_MISSING, Place(str(folder)), folder.name)
        findings.raise_errors()
    _check_folders(folder, findings)
    contents = {name: path.read_bytes() for name, path in _files(folder)}
    names = _wanted(contents, findings)
    tables = {name: read_csv(name, f"{name}.csv", contents[f"{name}.csv"], findings) for name in names}
    settings = read_yaml(SETTINGS, contents[SETTINGS], findings) if SETTINGS in contents else None
    scenarios = [read_yaml(name, contents[name], findings) for name in contents if _is_scenario(name)]
    beside = {
        name.removeprefix(f"{SCENARIOS}/").casefold(): read_csv(name, name, data, findings)
        for name, data in contents.items()
        if _is_beside(name)
    }
    broken = {name for name, table in (tables | beside).items() if table is None}
    if SETTINGS in contents and settings is None:
        broken.add(SETTINGS)
    used = {
        name: data
        for name, data in contents.items()
        if name.removesuffix(".csv") in names or "/" in name or name == SETTINGS
    }
    return Store(folder.name, _read(tables), settings, _documents(scenarios), _read(beside), used, frozenset(broken))


def _read(tables: dict[str, RawTable | None]) -> dict[str, RawTable]:
    return {name: table for name, table in tables.items() if table is not None}


def _documents(found: list[Document | None]) -> tuple[Document, ...]:
    return tuple(one for one in found if one is not None)


def _files(folder: FilePath) -> Iterator[tuple[str, FilePath]]:
    """Yield the files of the folder and of its scenarios by name, in order; hidden and lock files are left out."""
    for place, prefix in ((folder, ""), (folder / SCENARIOS, f"{SCENARIOS}/")):
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.is_file() and not path.name.startswith((".", "~", "_")):
                yield prefix + path.name, path


def _is_scenario(name: str) -> bool:
    return name.startswith(f"{SCENARIOS}/") and name.endswith(_YAML)


def _is_beside(name: str) -> bool:
    return name.startswith(f"{SCENARIOS}/") and name.endswith(".csv")


def _wanted(contents: dict[str, bytes], findings: Findings) -> tuple[str, ...]:
    """Return the tables that are there; report files that look like input and are none."""
    allowed = {f"{name}.csv" for name in TABLES} | {SETTINGS}
    for name in contents:
        stem, _, ending = name.rpartition(".")
        stray = ending in ("csv", "yaml", "yml") or (ending in ("xlsx", "xls", "ods") and stem in TABLES)
        if "/" not in name and name not in allowed and stray:
            # Where the nearest name is there already, the next nearest would be a guess.
            meant = nearest(name, allowed)
            findings.add(Code.FILE_UNKNOWN, Place(name), name, None if meant in contents else meant)
    return tuple(name for name in TABLES if f"{name}.csv" in contents)


def _check_folders(folder: FilePath, findings: Findings) -> None:
    """Report a mistyped folder of scenarios, which would be passed over without a word."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name != SCENARIOS and nearest(path.name, (SCENARIOS,)) == SCENARIOS:
            findings.add(Code.FILE_UNKNOWN, Place(path.name), path.name, SCENARIOS)
