"""What the limits of overtime by month and by year share."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from itertools import compress, product
from typing import TYPE_CHECKING, ClassVar

from model.clock import duration_text
from model.history import Carried
from model.labour import LabourRule
from model.roster import Assignment, Roster
from model.rostering.hours import contract_week, normal_day
from model.rostering.overtime import beyond_day, beyond_week, normal_part, sunday, willing
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach
from model.staff import Person
from model.terms import Overtime

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

    from model.rostering.variables import Works

FEW = 6
WEEK = 7 * 24 * 60


class OvertimeCap(ABC):
    """A limit on a person's overtime in each period of the calendar that the roster reaches.

    What the history knows and what is carried over counts. Where the past alone exceeds the limit, no more is added.
    """

    id: ClassVar[str]
    laws: ClassVar[tuple[LabourRule, ...]]
    """The limit of ordinary and of extended consent."""

    @abstractmethod
    def period(self, day: date) -> Hashable:
        """Return the period a date lies in."""

    @abstractmethod
    def brought(self, carried: Carried) -> int:
        """Return the minutes carried over into the period of ``carried.until``."""

    def post(self, model: "CpModel", works: "Works", problem: RosterProblem) -> None:
        """Limit the overtime of days and weeks in each period."""
        for person in willing(problem):
            weeks = [(end, _over(works, problem, person, week)) for end, week in _weeks(problem, person)]
            for period in self._periods(problem):
                room = max(self._cap(problem, person), self._done(problem, person, period))
                left = room - self._past_of_days(problem, person, period) - self._beyond(works, problem, person, period)
                for over in sums(model, [one for end, one in weeks if self.period(end) == period]):
                    model.add(over <= left)

    def _beyond(self, works: "Works", problem: RosterProblem, person: Person, period: Hashable) -> "LinearExpr":
        """Return the overtime planned on the single days of a period."""
        return works.weighted(
            (works.on(person.id, day, code), beyond_day(problem, person, day, code))
            for day in problem.dates
            if self.period(day) == period
            for code in problem.shifts
        )

    def broken(self, roster: Roster, problem: RosterProblem) -> list[Breach]:
        """Return the periods with too much overtime, at their first date in the roster."""
        breaches = []
        for person in willing(problem):
            for period, first in self._periods(problem).items():
                total = self._done(problem, person, period, roster.of(person.id))
                cap = self._cap(problem, person)
                if total > max(cap, self._done(problem, person, period)):
                    facts = {"time": duration_text(total), "limit": duration_text(cap)}
                    breaches.append(Breach(self.id, person.id, first, facts))
        return breaches

    def _periods(self, problem: RosterProblem) -> dict[Hashable, date]:
        """Return the periods in which the roster can make overtime, each with the date of the roster to tell it at."""
        found: dict[Hashable, date] = {}
        for day in problem.dates:
            found.setdefault(self.period(day), day)
        for day in problem.dates:
            found.setdefault(self.period(sunday(day)), day)
        return found

    def _cap(self, problem: RosterProblem, person: Person) -> int:
        return problem.minutes(self.laws[problem.terms(person.id).overtime is Overtime.EXTENDED])

    def _done(
        self, problem: RosterProblem, person: Person, period: Hashable, planned: tuple[Assignment, ...] = ()
    ) -> int:
        """Return the overtime of a period with the shifts planned, and with what came before."""
        beyond = (
            beyond_day(problem, person, one.date, one.shift) for one in planned if self.period(one.date) == period
        )
        over = (
            sum(one.minutes for one in beyond_week(problem, person, end, self._week(problem, person, end, planned)))
            for end in (sunday(week[0]) for week in problem.weeks)
            if self.period(end) == period
        )
        return self._past_of_days(problem, person, period) + sum(beyond) + sum(over)

    def _week(
        self, problem: RosterProblem, person: Person, end: date, planned: tuple[Assignment, ...]
    ) -> list[Assignment]:
        return [*known_in(problem, person, end), *(one for one in planned if sunday(one.date) == end)]

    def _past_of_days(self, problem: RosterProblem, person: Person, period: Hashable) -> int:
        """Return what came before, without the weeks that go on into the roster: their overtime is counted anew."""
        key = self.id, person.id, period
        if key not in problem.memo:
            problem.memo[key] = self._past(problem, person, period)
        return problem.memo[key]

    def _past(self, problem: RosterProblem, person: Person, period: Hashable) -> int:
        ends = {sunday(week[0]) for week in problem.weeks}
        until, known = problem.carried(person.id).until, problem.known[person.id].values()
        days = (
            beyond_day(problem, person, one.date, one.shift)
            for one in known
            if one.date > until and self.period(one.date) == period
        )
        weeks: dict[date, int] = {}
        for one in known:
            weeks[sunday(one.date)] = weeks.get(sunday(one.date), 0) + normal_part(problem, person, one)
        over = (
            max(0, normal - contract_week(problem, person))
            for end, normal in weeks.items()
            if end not in ends and end > until and self.period(end) == period
        )
        return self._brought(problem, person, period) + sum(days) + sum(over)

    def _brought(self, problem: RosterProblem, person: Person, period: Hashable) -> int:
        carried = problem.carried(person.id)
        return self.brought(carried) if self.period(carried.until) == period else 0


def _weeks(problem: RosterProblem, person: Person) -> Iterator[tuple[date, tuple[date, ...]]]:
    """Yield the weeks that can have more than the contract, each with its Sunday."""
    longest = max((shift.paid_minutes for shift in problem.shifts.values()), default=0)
    for week in problem.weeks:
        end = sunday(week[0])
        known = sum(problem.shifts[one.shift].paid_minutes for one in known_in(problem, person, end))
        days = (min(longest, normal_day(problem, person, day)) for day in week if problem.opening[day])
        if known + sum(days) > contract_week(problem, person):
            yield end, week


def _over(works: "Works", problem: RosterProblem, person: Person, week: tuple[date, ...]) -> "LinearExpr":
    """Return by how much a week exceeds the contract; below zero where it does not."""
    return week_normal(works, problem, person, week) - contract_week(problem, person)


def sums(model: "CpModel", parts: "Sequence[LinearExpr]") -> "Iterator[LinearExpr | int]":
    """Yield sums that are all within a limit exactly when the parts above zero together are.

    For a few parts these are the sums of every choice of them, which need no variables; for many, one sum of helpers.
    """
    if len(parts) <= FEW:
        for choice in product((False, True), repeat=len(parts)):
            yield sum(compress(parts, choice))
        return
    helpers = [model.new_int_var(0, WEEK, f"part {at}") for at in range(len(parts))]
    for helper, part in zip(helpers, parts, strict=True):
        model.add(helper >= part)
    yield sum(helpers)


def known_in(problem: RosterProblem, person: Person, end: date) -> list[Assignment]:
    """Return what a person is known to work outside the dates in the week that ends on a Sunday."""
    known, days = problem.known[person.id], (end - timedelta(days=back) for back in range(6, -1, -1))
    return [known[day] for day in days if day in known]


def week_normal(works: "Works", problem: RosterProblem, person: Person, week: tuple[date, ...]) -> "LinearExpr":
    """Return the minutes of a week that are no overtime of their day, worked before or planned."""
    known = known_in(problem, person, sunday(week[0]))
    planned = works.weighted(
        (works.on(person.id, day, code), normal_part(problem, person, Assignment(day, person.id, code)))
        for day in week
        for code in problem.shifts
    )
    return planned + sum(normal_part(problem, person, one) for one in known)
