"""Writes an event log as XES 1.0 (IEEE 1849), which process mining tools read, with its four standard extensions.

A case after the other is turned into text, so that a long log needs no more memory than a short one.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Et

if TYPE_CHECKING:
    import pandas as pd

SPACE = "http://www.xes-standard.org/"
EXTENSIONS = (
    ("Concept", "concept", "concept"),
    ("Time", "time", "time"),
    ("Organizational", "org", "org"),
    ("Lifecycle", "lifecycle", "lifecycle"),
)
CASE, MOMENT = "case:concept:name", "time:timestamp"
PREFIX = "case:"
GLOBALS = {
    "trace": (("string", "concept:name", "unknown"),),
    "event": (
        ("string", "concept:name", "unknown"),
        ("string", "lifecycle:transition", "complete"),
        ("date", MOMENT, "1970-01-01T00:00:00.000"),
    ),
}


def xes_bytes(log: "pd.DataFrame", name: str) -> bytes:
    """Return the log as XES: columns ``case:…`` become attributes of the trace, all others of the event.

    The events of a case stand together. Times are local and written without an offset. What is missing is left out.
    """
    return "".join(_text(log, name)).encode("utf-8")


def _text(log: "pd.DataFrame", name: str) -> Iterator[str]:
    head = Et.tostring(_head(name), encoding="unicode")
    yield "<?xml version='1.0' encoding='utf-8'?>\n" + head.removesuffix("</log>") + "\n"
    rows = (dict(zip(log.columns, row, strict=True)) for row in log.itertuples(index=False, name=None))
    for _, case in groupby(rows, key=lambda row: row[CASE]):
        yield Et.tostring(_trace(case), encoding="unicode") + "\n"
    yield "</log>\n"


def _head(name: str) -> Et.Element:
    """Return the log without its cases."""
    log = Et.Element("log", {"xes.version": "1.0", "xes.features": "", "xmlns": SPACE})
    for title, prefix, file in EXTENSIONS:
        Et.SubElement(log, "extension", {"name": title, "prefix": prefix, "uri": f"{SPACE}{file}.xesext"})
    for scope, attributes in GLOBALS.items():
        common = Et.SubElement(log, "global", {"scope": scope})
        for kind, key, value in attributes:
            Et.SubElement(common, kind, {"key": key, "value": value})
    Et.SubElement(log, "classifier", {"name": "Activity", "keys": "concept:name lifecycle:transition"})
    Et.SubElement(log, "string", {"key": "concept:name", "value": name})
    return log


def _trace(rows: Iterable[Mapping[str, object]]) -> Et.Element:
    """Return one case with its events."""
    trace = Et.Element("trace")
    for place, row in enumerate(rows):
        if place == 0:
            _attributes(trace, {key.removeprefix(PREFIX): row[key] for key in row if key.startswith(PREFIX)})
        _attributes(Et.SubElement(trace, "event"), {key: row[key] for key in row if not key.startswith(PREFIX)})
    return trace


def _attributes(parent: Et.Element, values: Mapping[str, object]) -> None:
    for key, value in values.items():
        if value is None or value != value:
            continue
        if key == MOMENT:
            kind, text = "date", value.isoformat(timespec="milliseconds")  # type: ignore[attr-defined]
        else:
            kind, text = ("int" if isinstance(value, int) else "string"), str(value)
        Et.SubElement(parent, kind, {"key": key, "value": text})
