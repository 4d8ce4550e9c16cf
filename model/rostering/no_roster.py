"""That there is no lawful roster, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from model.clock import Interval
from model.rostering.rule import Facts

if TYPE_CHECKING:
    from model.rostering.clash.clash import Clash


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Why a qualified person is not there: the rule (or circumstance) that keeps them away, and its facts."""

    why: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that cannot be kept: when, for which skill, how many are needed and can be had, and why no more.

    ``qualified`` are those who hold the skill; ``unavailable`` says of each who is not there what keeps them away.
    """

    rule: str
    date: date
    skill: str
    when: Interval
    needed: int
    there: int
    qualified: tuple[str, ...]
    unavailable: Mapping[str, Unavailable]


class NoRoster(Exception):  # noqa: N818 - an answer about the input, not a fault
    """There is no lawful roster; ``reasons`` are sorted by date, skill and time.

    ``proved`` is false when the search ended before it could rule every roster out: then none was found in that time.
    ``clashes`` tell why where no lack of presence does.
    """

    def __init__(self, reasons: Iterable[Reason], proved: bool = True, clashes: "Iterable[Clash]" = ()) -> None:
        self.reasons, self.proved, self.clashes = tuple(reasons), proved, tuple(clashes)
        super().__init__("; ".join(f"{one.rule} {one.date} {one.when} {one.skill}" for one in self.reasons))

    def __reduce__(self) -> "tuple[type[NoRoster], tuple[tuple[Reason, ...], bool, tuple[Clash, ...]]]":
        return NoRoster, (self.reasons, self.proved, self.clashes)
