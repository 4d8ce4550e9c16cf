"""Reads all scenarios of a workspace, each on the stage its base leaves behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from model.figures import Name
from model.files import changes, merges
from model.files.book import Book, Lines
from model.files.build.places import build_sites, offered_services
from model.files.changes import Desk, Reader, read_change
from model.files.codes import Code
from model.files.documents import read_part
from model.files.findings import Findings
from model.files.raw import Document
from model.files.rows.row import Row
from model.files.scenario_model import ScenarioFile
from model.files.stage import Stage
from model.files.store import Store
from model.files.suggest import nearest
from model.merger import Change, Scenario
from model.problems import Place

BASE = "base"
READERS: Mapping[str, Reader] = {
    "merge": merges.merge,
    "merge_table": merges.merge_table,
    "open_site": changes.open_site,
    "open_table": changes.open_table,
    "close_sites": changes.close_sites,
    "offer": changes.offer,
    "set_staff": changes.set_staff,
    "set_counters": changes.set_counters,
    "attend": changes.attend,
    "scale_demand": changes.scale_demand,
}
_Read = dict[str, tuple[Document, ScenarioFile]]


@dataclass(frozen=True, slots=True)
class ReadScenarios:
    """The scenarios, and the tables they were read from."""

    scenarios: tuple[Scenario, ...] = ()
    tables: Mapping[str, Lines[Row]] = field(default_factory=dict)


def read_scenarios(store: Store, book: Book, findings: Findings) -> ReadScenarios:
    """Return the scenarios in the order of their files."""
    read, unread = _documents(store, findings)
    stages: dict[str, Stage] = {BASE: _first_stage(book), **{name: _open_stage(name) for name in unread}}
    tables: dict[str, Lines[Row]] = {}
    done: dict[str, Scenario] = {}
    for name in _in_order(read, unread, findings):
        document, file = read[name]
        stage = stages[file.base].next(name)
        stages[name] = stage
        found = tuple(_changes(document, file, stage, store, book, findings, tables))
        done[name] = Scenario(name, Name(file.name.vi, file.name.en), file.base, found, file.label, file.source)
    if len(done) == len(store.scenarios):
        _check_strays(store, tables, findings)
    return ReadScenarios(tuple(done[name] for name in read if name in done), tables)


def _documents(store: Store, findings: Findings) -> tuple[_Read, set[str]]:
    """Read the documents; return the good ones by id, and the ids of the others as far as they can be seen."""
    read: _Read = {}
    unread: set[str] = set()
    for document in store.scenarios:
        file = read_part(document, ScenarioFile, findings)
        if file is None:
            unread.add(str(document.value.get("id", "")) if isinstance(document.value, dict) else "")
        elif file.id in read or file.id == BASE:
            first = read[file.id][0].file if file.id in read else BASE
            findings.add(Code.SCENARIO_ID_TAKEN, document.place(("id",)), file.id, None, first=first)
        else:
            read[file.id] = (document, file)
    return read, unread


def _first_stage(book: Book) -> Stage:
    known = book.known.get("site")
    sites = build_sites(book)
    return Stage(
        BASE, {name: sites.get(name) for name in (*sites, *sorted(set(known or ()) - set(sites)))}, open=known is None
    )


def _open_stage(name: str) -> Stage:
    return Stage(name, {}, open=True)


def _in_order(read: _Read, unread: set[str], findings: Findings) -> Iterator[str]:
    """Yield the scenarios so that each comes after its base; report unknown bases and circles."""
    known = {BASE, *read, *unread}
    for document, file in read.values():
        if file.base not in known:
            place, suggestion = document.place(("base",)), nearest(file.base, known)
            findings.add(Code.SCENARIO_BASE_UNKNOWN, place, file.base, suggestion)
    ready, waiting = {BASE, *unread}, list(read)
    while waiting:
        able = [name for name in waiting if read[name][1].base in ready]
        yield from able
        ready.update(able)
        waiting = [name for name in waiting if name not in ready]
        if not able:
            break
    _tell_circles(read, waiting, findings)


def _tell_circles(read: _Read, waiting: list[str], findings: Findings) -> None:
    """Report each circle once, at its first scenario; one that only leads into a circle is not blamed."""
    told: set[str] = set()
    for name in waiting:
        chain = [name]
        while (base := read[chain[-1]][1].base) in waiting and base not in chain:
            chain.append(base)
        if base == name and name not in told:
            told.update(chain)
            circle = " → ".join((*chain, name))
            findings.add(Code.SCENARIO_CIRCLE, read[name][0].place(("base",)), name, None, circle=circle)


def _changes(
    document: Document,
    file: ScenarioFile,
    stage: Stage,
    store: Store,
    book: Book,
    findings: Findings,
    tables: dict[str, Lines[Row]],
) -> Iterator[Change]:
    offered = offered_services(book)
    for at, change in enumerate(file.changes):
        for key, part in change.given():
            path = ("changes", at, key)
            desk = Desk(document, path, stage, book, offered, store.beside, store.broken, findings, tables)
            yield from read_change(desk, part, READERS)


def _check_strays(store: Store, tables: Mapping[str, Lines[Row]], findings: Findings) -> None:
    """Report a table in the scenarios' folder that no scenario names."""
    used = {f"{name.removeprefix('scenarios/')}.csv".casefold() for name in tables}
    for name, raw in store.beside.items():
        if name not in used and not store.workbook:
            findings.add(Code.FILE_UNKNOWN, Place(raw.file), name)
