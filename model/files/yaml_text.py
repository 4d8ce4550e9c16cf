"""Reads YAML to plain nested values whose scalars are still text, and remembers line and column of each key and item.

The node graph is walked instead of the loaded values: all repeated keys are seen, ``17:30`` and ``yes`` stay what was
written, and the readers of cells serve YAML too.
"""

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from model.files.codes import Code
from model.files.decoding import UndecodableError, decode
from model.files.findings import Findings
from model.files.mojibake import repaired
from model.files.raw import Document, Path, dotted
from model.problems import Place

# References to references unfold without end; what a planner writes stays far below.
MOST_PARTS = 200_000
_NULL = "tag:yaml.org,2002:null"


def read_yaml(file: str, data: bytes, findings: Findings) -> Document | None:
    """Return the document of a file's bytes, or None (with a finding) when it is no YAML."""
    try:
        text, _ = decode(data)
    except UndecodableError:
        findings.add(Code.ENCODING_UNKNOWN, Place(file))
        return None
    garbled = [(row, line.strip()) for row, line in enumerate(text.splitlines(), 1) if repaired(line) is not None]
    if garbled:
        row, line = garbled[0]
        findings.add(Code.LETTERS_GARBLED, Place(file, row, "1"), line, repaired(line), cells=str(len(garbled)))
        return None
    return parse_yaml(file, text, findings)


def parse_yaml(file: str, text: str, findings: Findings) -> Document | None:
    """Return the document of a text."""
    try:
        root = YAML().compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, str(mark.column + 1)) if mark else Place(file)
        findings.add(Code.YAML_BROKEN, place)
        return None
    except (YAMLError, RecursionError):
        findings.add(Code.YAML_BROKEN, Place(file))
        return None
    walk = _Walk(file, findings)
    return Document(file, walk.value(root, (), ()) if root is not None else {}, walk.places)


class _Walk:
    """Goes through the nodes of one document."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.places: dict[Path, Place] = {}
        self._file, self._findings, self._parts = file, findings, 0

    def value(self, node: Node, path: Path, above: tuple[int, ...]) -> Any:
        """Return the plain value of a node; one that holds itself is refused, and so is endless repetition."""
        self._parts += 1
        if id(node) in above or self._parts == MOST_PARTS:
            self._findings.add(Code.YAML_BROKEN, self._place(node))
        if id(node) in above or self._parts >= MOST_PARTS:
            return None
        within = (*above, id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path, within)
        if isinstance(node, SequenceNode):
            return [self._item(item, (*path, at), within) for at, item in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        return None if str(node.ctag or "") == _NULL else str(node.value).strip()

    def _item(self, node: Node, path: Path, above: tuple[int, ...]) -> Any:
        self.places[path] = self._place(node)
        return self.value(node, path, above)

    def _mapping(self, node: MappingNode, path: Path, above: tuple[int, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value).strip()
            if key in found:
                self._findings.add(Code.KEY_TWICE, self._place(key_node), key, None, path=dotted((*path, key)))
                continue
            self.places[(*path, key)] = self._place(key_node)
            found[key] = self.value(value_node, (*path, key), above)
        return {key: value for key, value in found.items() if value is not None}

    def _place(self, node: Node) -> Place:
        return Place(self._file, node.start_mark.line + 1, str(node.start_mark.column + 1))
