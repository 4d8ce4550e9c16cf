"""The question of one day: the shifts are known; which seats, and which of the possible moments for breaks?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from model.clock import Interval
from model.day_sheet import QUARTER
from model.roster import Assignment, Roster
from model.rostering.cover import required
from model.rostering.places import Place, folded
from model.rostering.problem import RosterProblem
from model.shifts import Shift
from model.staff import LimitKind
from model.terms import Rank

# Assumptions: nobody moves for less than an hour; a change costs a twentieth of a person missing for a slot.
BLOCK_MINUTES = 60
CHANGE, MOVED = 5, 1


@dataclass(frozen=True, slots=True)
class Post:
    """One person on a shift of the date, at a place of the roster; ``places`` are those of use to them.

    ``still`` are people whose day stays as it is: one with a free hour for a small child, or a locked cell.
    ``pauses`` are the possible moments of each break, the planned one first.
    """

    one: Assignment
    shift: Shift
    home: str
    places: tuple[str, ...]
    pauses: tuple[tuple[Interval, ...], ...]
    still: bool

    def slots(self, length: int) -> tuple[Interval, ...]:
        """Return the slots of the clock's grid that the shift consists of."""
        return tuple(self.shift.span.slots(length))


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """One date of a roster: who is there, the places, and what each slot needs (points from the workspace's prices)."""

    problem: RosterProblem
    date: date
    posts: tuple[Post, ...]
    places: Mapping[str, Place]
    needs: Mapping[Interval, Mapping[str, int]]

    @property
    def grid(self) -> int:
        """Return the minutes of a slot; counters are changed at its borders."""
        return self.problem.instance.settings.slot_minutes

    @property
    def shortage(self) -> int:
        """Return the points for one person missing in one slot."""
        return self.problem.instance.settings.prices.shortage

    def profile(self, post: Post, place: str) -> frozenset[str]:
        """Return the skills a person can use at a place."""
        return self.problem.profile(post.one.person, place)


def ask(problem: RosterProblem, roster: Roster, day: date) -> DayQuestion:
    """Collect what is to be decided on a date; people without a counter take no part."""
    today = [one for one in problem.own(roster).on(day) if one.counter in problem.counters]
    kept = {one.counter for one in today if _still(problem, one)}
    places = {place.id: place for place in _places(problem, kept)}
    home = {counter: place.id for place in places.values() for counter in place.counters}
    posts = tuple(_post(problem, one, places, home[one.counter]) for one in today)
    needs = {slot: wanted for (when, slot), wanted in required(problem).items() if when == day}
    return DayQuestion(problem, day, posts, places, needs)


def _places(problem: RosterProblem, kept: set[str]) -> Iterator[Place]:
    """Yield the counters that are alike together, those whose holder stays as a place of their own."""
    for place in folded(problem):
        free = tuple(one for one in place.counters if one not in kept)
        if free:
            yield Place(free[0], free, place.skills)
        yield from (Place(one, (one,), place.skills) for one in place.counters if one in kept)


def _still(problem: RosterProblem, one: Assignment) -> bool:
    """Whether a person's day stays as it is: with a free hour for a small child, or in a locked cell."""
    locked = any((lock.person, lock.date) == (one.person, one.date) for lock in problem.locks)
    return locked or problem.people[one.person].limited(LimitKind.CHILD_UNDER_12_MONTHS, one.date)


def _post(problem: RosterProblem, one: Assignment, places: Mapping[str, Place], home: str) -> Post:
    shift = problem.shifts[one.shift]
    still = _still(problem, one)
    useful = (home,) if still else tuple(name for name in places if name == home or problem.profile(one.person, name))
    # Ranks are watched slot by slot by rules of the roster: whoever has one keeps the breaks the rules were told of.
    bound = still or problem.rank(one.person) is not Rank.OFFICER
    return Post(one, shift, home, useful, _pauses(shift, bound=bound), still)


def _pauses(shift: Shift, *, bound: bool) -> tuple[tuple[Interval, ...], ...]:
    """Return the moments of each break: the planned one, then those on quarter hours of its window.

    No break lies at the start or end of a shift (Labour Code 2019, art. 109; Decree 145/2020, art. 64).
    """
    if bound or not shift.windows:
        return tuple((pause,) for pause in shift.breaks)
    return tuple(
        (pause, *(one for one in _moments(window, pause.minutes, shift.span) if one != pause))
        for pause, window in zip(shift.breaks, shift.windows, strict=True)
    )


def _moments(window: Interval, minutes: int, span: Interval) -> list[Interval]:
    first = -(-window.start // QUARTER) * QUARTER
    starts = range(first, window.end - minutes + 1, QUARTER)
    return [Interval(at, at + minutes) for at in starts if span.start < at and at + minutes < span.end]
