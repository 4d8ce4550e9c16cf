"""The data of OR-Tools' example ``shift_scheduling_sat``: eight employees, three weeks, off, morning, afternoon, night.

The numbers are the example's; the CP-SAT model of them (``peer_plain.py``) is written anew. A run of rest or of nights
counts whole at the border of the period, as in the example's later versions. Our catalogue cannot say all of it, so
three questions are asked:

* ``full``: the whole example, by the plain model alone;
* ``shared``: what both can say: fixed cells, requests, no morning after a night, cover and its excess, a day of rest in
  every week, and for the whole period what the weekly numbers of rests and nights add up to;
* ``stricter``: ``shared`` with hard totals where the example has soft limits: five or six rests and three to twelve
  nights in the three weeks, no night after an afternoon.

Every roster is also scored by the full example.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from benchmarks.peer_rows import days
from model.clock import Interval
from model.figures import Name
from model.files.published.floor import SITE, floor
from model.instance import Instance
from model.lock import Lock
from model.pattern import Pattern, ShiftLimit
from model.requirement import Requirement, ShiftNeed
from model.roster import Roster
from model.shifts import OFF, Shift
from model.staff import Wish

PEOPLE, WEEKS, WEEK = 8, 3, 7
DAYS = WEEKS * WEEK
MINUTES, MISSING = 480, 1000
REST, NIGHT, CODES = "O", "N", "OMAN"
# One letter an employee for the first two days; the seventh's first day is open, a later one is fixed instead.
FIXED = {(who, 0): code for who, code in enumerate("OOMMAA.N") if code != "."}
FIXED |= {(who, 1): code for who, code in enumerate("MMAAAOON")} | {(6, 3): "A"}
# Points by employee, day and shift; below zero what is wished for.
REQUESTS = {(3, 5, REST): -2, (5, 10, NIGHT): -2, (2, 4, NIGHT): 4}
# Least people on morning, afternoon and night, Monday to Sunday, and points for each one more.
COVER = ((2, 3, 1), (2, 3, 1), (2, 2, 2), (2, 3, 1), (2, 2, 2), (1, 2, 3), (1, 3, 1))
EXCESS = {"M": 2, "A": 2, NIGHT: 5}
LONGEST_REST, LONGEST_NIGHTS = 2, 4
WEEKLY_RESTS, WEEKLY_NIGHTS = (1, 3), (0, 4)
# Points for a night alone, for a fourth night on end, for a rest too few and too many in a week, for a week without
# nights, for a night after an afternoon.
ALONE, FOURTH, FEWER, MORE, NO_NIGHT, LATE = 20, 5, 7, 4, 3, 4
Grid = tuple[str, ...]
"""One string a person, one letter a day."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which part of the example is asked; rests and nights are least and most in the period."""

    name: str
    full: bool
    rests: tuple[int, int] = (WEEKS * WEEKLY_RESTS[0], WEEKS * WEEKLY_RESTS[1])
    nights: tuple[int, int] = (WEEKS * WEEKLY_NIGHTS[0], WEEKS * WEEKLY_NIGHTS[1])
    barred: tuple[str, ...] = ("NM",)

    def points(self, grid: Grid) -> int:
        """Return what a roster pays."""
        asked = sum(worth for (who, day, code), worth in REQUESTS.items() if grid[who][day] == code)
        excess = sum(EXCESS[code] * max(0, more) for code, more in _beyond(grid))
        return asked + excess + (sum(map(_soft, grid)) if self.full else 0)

    def broken(self, grid: Grid) -> int:
        """Return how many hard rules a roster breaks."""
        moved = sum(grid[who][day] != code for (who, day), code in FIXED.items())
        short = sum(more < 0 for _, more in _beyond(grid))
        return moved + short + sum(self._unlawful(own) for own in grid)

    def _unlawful(self, own: str) -> int:
        totals = ((own.count(REST), self.rests), (own.count(NIGHT), self.nights))
        count = sum(not least <= many <= most for many, (least, most) in totals)
        count += sum(first + then in self.barred for first, then in pairwise(own))
        count += sum(REST not in week for week in _weeks(own))
        return count + (_outside(own) if self.full else 0)


QUESTIONS = (
    Question("full", full=True),
    Question("shared", full=False),
    Question("stricter", full=False, rests=(5, 6), nights=(3, 12), barred=("NM", "AN")),
)


def need(day: int, code: str) -> int:
    """Return how many people a shift of a day needs at least."""
    return COVER[day % WEEK]["MAN".index(code)]


def _beyond(grid: Grid) -> Iterator[tuple[str, int]]:
    for day, column in enumerate(zip(*grid, strict=True)):
        for code in EXCESS:
            yield code, column.count(code) - need(day, code)


def _weeks(own: str) -> list[str]:
    return [own[at : at + WEEK] for at in range(0, DAYS, WEEK)]


def _runs(own: str, code: str) -> list[int]:
    return [len(list(run)) for letter, run in groupby(own) if letter == code]


def _outside(own: str) -> int:
    """Return how often runs and weeks leave their hard limits, beside a week without rest."""
    runs = sum(run > LONGEST_REST for run in _runs(own, REST)) + sum(run > LONGEST_NIGHTS for run in _runs(own, NIGHT))
    rests = sum(week.count(REST) > WEEKLY_RESTS[1] for week in _weeks(own))
    return runs + rests + sum(week.count(NIGHT) > WEEKLY_NIGHTS[1] for week in _weeks(own))


def _soft(own: str) -> int:
    """Return what one person's roster pays beyond requests and excess."""
    nights = _runs(own, NIGHT)
    rests = [week.count(REST) for week in _weeks(own)]
    weeks = sum(FEWER * max(0, 2 - many) + MORE * max(0, many - 2) for many in rests)
    without = sum(NIGHT not in week for week in _weeks(own))
    late = sum(first + then == "AN" for first, then in pairwise(own))
    return ALONE * nights.count(1) + FOURTH * nights.count(LONGEST_NIGHTS) + weeks + NO_NIGHT * without + LATE * late


def instance(question: Question) -> Instance:
    """Return a question as one site of ours; what the example has beyond it is left out."""
    dates = days(DAYS)
    shifts = {
        code: Shift(code, Name(code, code), Interval(0, MINUTES), not_before=_after(code, question)) for code in EXCESS
    }
    worked = [MINUTES * (DAYS - many) for many in question.rests]
    pattern = Pattern(min_minutes=worked[1], max_minutes=worked[0], shifts={NIGHT: ShiftLimit(*question.nights)})
    wishes = [
        Wish(str(who), dates[day], _code(code), abs(worth), avoid=worth > 0)
        for (who, day, code), worth in REQUESTS.items()
    ]
    bare = floor({str(who): pattern for who in range(PEOPLE)}, shifts, dates, wishes=wishes)
    # Six shifts a week are the longest contract, so that every week has a day of rest.
    staff = {name: replace(one, weekly_minutes=(WEEK - 1) * MINUTES) for name, one in bare.staff.items()}
    locks = tuple(Lock(dates[day], str(who), _code(code)) for (who, day), code in FIXED.items())
    return replace(bare, staff=staff, locks=locks)


def requirement() -> Requirement:
    """Return the cover: a lack costs more than anything else."""
    needs = (
        ShiftNeed(date, code, need(day, code), MISSING, over)
        for day, date in enumerate(days(DAYS))
        for code, over in EXCESS.items()
    )
    return Requirement(SITE, (), "peers", 0, tuple(needs))


def grid_of(roster: Roster) -> Grid:
    """Read a roster of ours."""
    return tuple("".join(roster.shift(str(who), day) or REST for day in days(DAYS)) for who in range(PEOPLE))


def _code(code: str) -> str:
    return OFF if code == REST else code


def _after(code: str, question: Question) -> frozenset[str]:
    return frozenset(pair[1] for pair in question.barred if pair[0] == code)


def cells() -> Sequence[tuple[int, int, str]]:
    """Return every employee, day and letter."""
    return [(who, day, code) for who in range(PEOPLE) for day in range(DAYS) for code in CODES]
