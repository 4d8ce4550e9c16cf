"""Changes the rest of a day that has begun: who is absent, who waits, what may still be changed, and what it gives.

The roster is changed one person at a time: stay longer or go earlier, have the break at another time, come in. Each
step is the change after which least is missed of what is promised from now on, on days that begin as this one stands;
of equal ones the cheapest. Nothing that has been worked is changed, and no rule is broken that was not broken before.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.index import index_sites
from model.instance import Instance
from model.promise import Pledge
from model.roster import Assignment, Roster
from model.rostering.judge import judge
from model.rostering.promise.kinds import Kinds, kinds_of
from model.shifts import Shift
from simulate.duties import Duty, duties
from simulate.machines import with_machines
from simulate.promise.days import FIRST_SEARCHED, Days
from simulate.promise.play import Player, Score
from simulate.promise.rest import Moment, from_now, rest_of_day
from simulate.staffing import staffing

FEW, MANY = 20, 150
MOST_CHANGES = 6
# Who is called in needs so many minutes to be there.
LEAD = 60


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody's shift of the day before and after; empty: not at work."""

    person: str
    before: str
    after: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the rest of the day gives: the pledges missed with their levels, worst first, and the late visits a day."""

    missed: tuple[tuple[Pledge, float], ...]
    shortfall: float
    minutes: int


@dataclass(frozen=True, slots=True)
class Replanned:
    """The rest of a day as it stands and as it may be changed, with the changes in the order they were found."""

    roster: Roster
    changes: tuple[Change, ...]
    before: Outlook
    after: Outlook
    simulations: int


def replan(
    instance: Instance,
    site: str,
    moment: Moment,
    pledges: Sequence[Pledge],
    roster: Roster,
    *,
    seed: int,
    lead: int = LEAD,
    most: int = MOST_CHANGES,
    workers: int = 1,
    told: Callable[[int], None] = lambda done: None,
) -> Replanned:
    """Change the rest of the day by at most ``most`` people, until nothing is missed or no change helps.

    Raises:
        ValueError: when the site is not open on the date.
    """
    rest = [one for one in pledges if one.window.end > moment.minute]
    here = Roster((moment.day,), tuple(one for one in roster.on(moment.day) if one.person not in moment.absent))
    hall = _Hall(instance, site, moment, rest, seed, workers)
    best, outlook = here, hall.outlook(here, MANY)
    before, changes = outlook, list[Change]()
    while outlook.missed and len(changes) < most:
        choices = list(_choices(instance, hall.kinds, moment, best, lead))
        ranked = sorted(((hall.outlook(after, FEW), at) for at, (_, after) in enumerate(choices)), key=_rank)
        better = None
        for _, at in ranked[:3]:
            change, after = choices[at]
            found = hall.outlook(after, MANY)
            if _worth(found) < _worth(outlook) and hall.lawful(after, here):
                better = (change, after, found) if better is None or _worth(found) < _worth(better[2]) else better
        if better is None:
            break
        change, best, outlook = better
        changes.append(change)
        told(len(changes))
    return Replanned(best, tuple(changes), before, outlook, hall.simulations)


def _worth(one: Outlook) -> tuple[float, int]:
    return round(one.shortfall, 9), one.minutes


def _rank(one: tuple[Outlook, int]) -> tuple[float, int, int]:
    return (*_worth(one[0]), one[1])


class _Hall:
    """Plays rosters on the rest of the day."""

    def __init__(
        self, instance: Instance, site: str, moment: Moment, pledges: Sequence[Pledge], seed: int, workers: int
    ) -> None:
        self._instance, self._site, self._moment = instance, site, moment
        self.kinds = kinds_of(instance, site, moment.day)
        days = rest_of_day(instance, site, moment, pledges, seed, range(FIRST_SEARCHED, FIRST_SEARCHED + MANY))
        self._players = {
            MANY: Player(days, workers),
            FEW: Player(Days(days.pledges, days.drawn[:FEW], days.visits[:FEW], days.rate), workers),
        }
        self._pledges, self._index, self.simulations = tuple(pledges), index_sites(instance), 0

    def outlook(self, roster: Roster, many: int) -> Outlook:
        """Play a roster from the moment on."""
        self.simulations += 1
        staffed = duties(self._instance, self._index, self._site, self._moment.day, roster)
        people = [self._left(one) for one in with_machines(self._instance, self._site, self._moment.day, staffed)]
        score = self._players[many].score(staffing(self._instance, people))
        return Outlook(self._missed(score), float(score.excess().clip(0).sum()), _minutes(self._instance, roster))

    def _left(self, duty: Duty) -> Duty:
        return replace(duty, work=from_now(duty.work, self._moment.minute))

    def _missed(self, score: Score) -> tuple[tuple[Pledge, float], ...]:
        excess, level = score.excess(), score.level
        worst = [int(at) for at in (-excess).argsort(kind="stable") if excess[at] > 1e-9]
        return tuple((self._pledges[at], float(level[at])) for at in worst)

    def lawful(self, after: Roster, before: Roster) -> bool:
        """Whether a roster breaks no rule that was not broken before."""
        known = {str(one) for one in self._breaches(before)}
        return all(str(one) in known for one in self._breaches(after))

    def _breaches(self, roster: Roster) -> Sequence[object]:
        return judge(self._instance, roster, None, (self._moment.day,), self._site).breaches


def _minutes(instance: Instance, roster: Roster) -> int:
    return sum(instance.shifts[one.shift].paid_minutes for one in roster.assignments)


def _choices(
    instance: Instance, kinds: Kinds, moment: Moment, roster: Roster, lead: int
) -> Iterator[tuple[Change, Roster]]:
    """Yield every change of one person; of people who are alike and work alike only the first."""
    working = {one.person: one for one in roster.assignments}
    for kind in kinds.kinds:
        seen: set[tuple[str, str]] = set()
        for person in kind.people:
            if person in moment.absent:
                continue
            now = working.get(person)
            shift = instance.shifts[now.shift] if now is not None else None
            for other in kinds.shifts:
                code = shift.code if shift else ""
                if other.code in kind.shifts and (code, other.code) not in seen and _may(shift, other, moment, lead):
                    seen.add((code, other.code))
                    yield _changed(roster, moment.day, person, shift, other)


def _may(now: Shift | None, after: Shift, moment: Moment, lead: int) -> bool:
    """Whether a shift may take the place of another: what has been worked stays, who comes in has time to come."""
    if now is None:
        return after.span.start >= moment.minute + lead
    if now.code == after.code:
        return False
    if now.span.start >= moment.minute and after.span.start != now.span.start:
        return after.span.start >= moment.minute + lead
    return _worked(now, moment.minute) == _worked(after, moment.minute) and now.span.end > moment.minute


def _worked(shift: Shift, minute: int) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, min(one.end, minute)) for one in shift.work if one.start < minute)


def _changed(roster: Roster, day: date, person: str, now: Shift | None, after: Shift) -> tuple[Change, Roster]:
    others = [one for one in roster.assignments if one.person != person]
    mine = next((one for one in roster.assignments if one.person == person), None)
    # Where the counter fits no longer, another is given out.
    found = Assignment(day, person, after.code, mine.counter if mine and not mine.seats else "")
    minutes = after.paid_minutes - (now.paid_minutes if now else 0)
    change = Change(person, now.code if now else "", after.code, minutes)
    return change, Roster(roster.dates, tuple(sorted((*others, found))))
