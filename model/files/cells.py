"""Reads single cells: every way people write a yes, a word, a choice; faults are raised with our own codes.

The readers serve CSV cells, workbook cells and YAML scalars alike. Numbers are in ``numbers``, dates and times
in ``moments``.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from model.files.codes import Code
from model.files.suggest import nearest

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
# Shapes are shown by example: no language has to translate them.
TEXT, LIST, MAPPING = "abc", "[a, b]", "{a: 1, b: 2}"
_YES = frozenset({"yes", "y", "true", "1", "x", "có", "co"})
_NO = frozenset({"no", "n", "false", "0", "không", "khong"})


def fault(code: Code, **facts: object) -> PydanticCustomError:
    """Make the error by which a reader tells its problem; the words come later, from the catalogue."""
    kept = {name: fact for name, fact in facts.items() if fact is not None}
    return PydanticCustomError(code.value, "problem", kept)


def read_text(value: Any) -> str:
    """Read a word; a whole number typed into Excel loses its ``.0``."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (int, float)):
        return str(value)
    raise fault(Code.SHAPE_WRONG, expected=TEXT)


def read_yes_no(value: Any) -> bool:
    """Read yes or no, in either language."""
    word = read_text(value).casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise fault(Code.YES_NO_UNREADABLE)


def one_of(choices: Mapping[str, T]) -> Callable[[Any], T]:
    """Make a reader of a closed list of words."""

    def read(value: Any) -> T:
        word = read_text(value)
        found = choices.get(word, choices.get(word.casefold()))
        if found is None:
            raise fault(Code.CHOICE_UNKNOWN, choices=", ".join(choices), suggestion=nearest(word, choices))
        return found

    return read


def member(kind: type[E]) -> Callable[[Any], E]:
    """Make a reader of the values of an enumeration."""
    return one_of({str(one.value): one for one in kind})


def read_list(value: Any) -> list[Any]:
    """Read a list, or one text with commas, semicolons or spaces between the items."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) or value is None:
        raise fault(Code.SHAPE_WRONG, expected=LIST)
    return read_text(value).replace(",", " ").replace(";", " ").split()


Text = Annotated[str, BeforeValidator(read_text)]
YesNo = Annotated[bool, BeforeValidator(read_yes_no)]
