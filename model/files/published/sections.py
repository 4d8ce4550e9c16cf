"""The lines of a published instance: sections with comma-separated rows, each row knowing its line for complaints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from model.files.codes import Code
from model.problems import InputError, Place, Problem

_PREFIX = "SECTION_"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a section; ``number`` counts from one as an editor does."""

    file: str
    number: int
    cells: tuple[str, ...]

    def text(self, at: int) -> str:
        """Return a cell as it stands.

        Raises:
            InputError: when the row is too short.
        """
        if at >= len(self.cells):
            raise self.fault(",".join(self.cells), at)
        return self.cells[at]

    def whole(self, at: int) -> int:
        """Return a cell as a whole number of zero or more; some files write ``-0``.

        Raises:
            InputError: when it is none.
        """
        text = self.text(at)
        if not text.removeprefix("-").isdecimal() or int(text) < 0:
            raise self.fault(text, at)
        return int(text)

    def fault(self, value: str, at: int) -> InputError:
        """Return the complaint about a cell."""
        return InputError([Problem(Code.INSTANCE_LINE, Place(self.file, self.number, str(at + 1)), value)])


def sections(path: Path, known: tuple[str, ...]) -> Mapping[str, tuple[Line, ...]]:
    """Return the rows of each section by its name without ``SECTION_``; all ``known`` ones are there, perhaps empty.

    Raises:
        InputError: when the file cannot be read, or a row stands outside the known sections.
    """
    found: dict[str, list[Line]] = {name: [] for name in known}
    here = ""
    for line in _lines(path):
        if line.cells[0].startswith(_PREFIX):
            here = line.cells[0].removeprefix(_PREFIX)
            if here not in found:
                raise line.fault(line.cells[0], 0)
        elif here:
            found[here].append(line)
        else:
            raise line.fault(line.cells[0], 0)
    return {name: tuple(rows) for name, rows in found.items()}


def _lines(path: Path) -> Iterator[Line]:
    for number, text in enumerate(read_text(path).splitlines(), 1):
        if text.strip() and not text.lstrip().startswith("#"):
            yield Line(path.name, number, tuple(cell.strip() for cell in text.split(",")))


def read_text(path: Path) -> str:
    """Return the text of an instance file.

    Raises:
        InputError: when there is no such file or it is no text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError([Problem(Code.PATH_MISSING, Place(str(path)), path.name)]) from error
    except UnicodeDecodeError as error:
        raise InputError([Problem(Code.ENCODING_UNKNOWN, Place(path.name))]) from error
