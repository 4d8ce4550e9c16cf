"""The gathering of problems: all of an input at once, the same mistake on many rows told once with a count."""

from dataclasses import replace

from model.files.codes import Code
from model.problems import InputError, Place, Problem, Severity

SHOWN = 20
_Key = tuple[str, str, str | None, str, tuple[tuple[str, str], ...]]


class Findings:
    """What was found so far, in the order of finding; ``told`` counts every one, alike or not."""

    def __init__(self) -> None:
        self._problems: dict[_Key, Problem] = {}
        self.told = 0

    def add(self, code: Code, place: Place, value: str = "", suggestion: str | None = None, **facts: str) -> None:
        """Note a problem; the same one in the same column of the same file only raises the count of the first."""
        self.told += 1
        key = (code.value, _table(place), place.column, value, tuple(sorted(facts.items())))
        known = self._problems.get(key)
        if known is not None:
            self._problems[key] = replace(known, count=known.count + 1)
        else:
            self._problems[key] = Problem(code.value, place, value, facts, suggestion, code.severity)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, by file in the order in which the files were first met."""
        order: dict[str, int] = {}
        for one in self._problems.values():
            order.setdefault(_table(one.place), len(order))
        return tuple(sorted(self._folded(), key=lambda one: order[_table(one.place)]))

    def _folded(self) -> list[Problem]:
        """Tell at most ``SHOWN`` of a kind in one column one by one; the last of them counts all that follow."""
        kinds: dict[tuple[str, ...], list[Problem]] = {}
        for one in self._problems.values():
            column = one.place.column or ""
            kinds.setdefault((one.code, _table(one.place), "" if column.isdecimal() else column), []).append(one)
        told: list[Problem] = []
        for alike in kinds.values():
            rest = sum(one.count for one in alike[SHOWN - 1 :])
            told += alike[: SHOWN - 1] + [replace(one, count=rest) for one in alike[SHOWN - 1 : SHOWN]]
        return told

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Only what does not stop the work."""
        return tuple(one for one in self.problems if one.severity is Severity.WARNING)

    @property
    def failed(self) -> bool:
        """Whether anything found so far stops the work."""
        return any(one.severity is Severity.ERROR for one in self._problems.values())

    def raise_errors(self) -> None:
        """Raise everything found, warnings too, when at least one of it is an error.

        Raises:
            InputError: with all problems, so that one round of mending is enough.
        """
        if self.failed:
            raise InputError(self.problems)


def _table(place: Place) -> str:
    """Name the file or the sheet of a place; a cell of a workbook is written ``book.xlsx!sheet!D12``."""
    return "!".join(place.file.split("!")[:2])
