"""Who works which shift on which day: what pyworkforce's ``MinHoursRoster`` answers, theirs and ours.

Everybody works at least so many hours and rests on at most so many days; each shift of each day has its people, some
cells are banned, some shifts may not follow others on the next day. The fewest paid hours win, each preferred shift
worked being worth a part of an hour. The published week is that of pyworkforce's own tests, with numbers for names;
the month is drawn by a seed. Points are tenths of an hour.

``MinHoursRoster`` posts more than its documentation says: after the first shift of a forbidden pair it allows no shift
at all on the next day. So ours answers twice: as documented, and as posted.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from types import ModuleType
from typing import Any

from benchmarks.peer_rows import ANSWERED, Row, Taken, Terms, clocked, days, library, solved
from model.clock import Interval
from model.figures import Name
from model.files.published.floor import SITE, floor
from model.instance import Instance
from model.lock import Lock
from model.pattern import Pattern
from model.requirement import Requirement, ShiftNeed
from model.shifts import Shift
from model.staff import Wish

TENTHS = 10
MISSING = 10_000
Worked = frozenset[tuple[int, int, str]]
"""Who works when and what: person, day, shift."""


@dataclass(frozen=True, slots=True)
class Team:
    """The data of a roster.

    ``not_before`` gives the shifts barred on the day after one, ``prefers`` what preferred shifts are worth to a person
    in tenths of an hour.
    """

    name: str
    days: int
    people: int
    hours: Mapping[str, int]
    least_hours: int
    most_resting: int
    required: Mapping[str, tuple[int, ...]]
    not_before: Mapping[str, frozenset[str]]
    banned: frozenset[tuple[int, int, str]]
    prefers: Mapping[int, tuple[int, tuple[str, ...]]]

    @property
    def least_days(self) -> int:
        """Return on how many days everybody works at least."""
        return self.days - self.most_resting

    def as_posted(self) -> "Team":
        """Return the team for which a shift that bars any other on the next day bars all."""
        every = frozenset(self.hours)
        return replace(self, not_before={code: every for code, barred in self.not_before.items() if barred})

    def points(self, worked: Worked) -> int:
        """Return the paid hours less what preferred shifts are worth, in tenths of an hour."""
        paid = sum(TENTHS * self.hours[code] for _, _, code in worked)
        return paid - sum(self.prefers[who][0] for who, _, code in worked if code in self.prefers.get(who, (0, ()))[1])

    def broken(self, worked: Worked) -> int:
        """Return how many rules are broken, counted by person, cell or requirement."""
        there = Counter((day, code) for _, day, code in worked)
        short = sum(there[day, code] < many for code, row in self.required.items() for day, many in enumerate(row))
        twice = len(worked) - len({(who, day) for who, day, _ in worked})
        lazy = sum(not self._enough([code for each, _, code in worked if each == who]) for who in range(self.people))
        return short + twice + lazy + len(worked & self.banned) + self._successions(worked)

    def _enough(self, codes: Sequence[str]) -> bool:
        return len(codes) >= self.least_days and sum(self.hours[code] for code in codes) >= self.least_hours

    def _successions(self, worked: Worked) -> int:
        pairs = ((one, then) for one in worked for then in self.not_before.get(one[2], ()))
        return sum((who, day + 1, then) in worked for (who, day, _), then in pairs)


def published() -> Team:
    """Return the week of pyworkforce's tests."""
    return Team(
        "55 people, 7 days",
        days=7,
        people=55,
        hours={"Morning": 8, "Afternoon": 8, "Night": 8, "Mixed": 6},
        least_hours=40,
        most_resting=1,
        required={
            "Morning": (9, 12, 8, 10, 13, 10, 14),
            "Afternoon": (11, 13, 10, 11, 9, 11, 7),
            "Night": (8, 7, 5, 15, 7, 8, 6),
            "Mixed": (2, 4, 18, 7, 10, 5, 17),
        },
        not_before={"Night": frozenset({"Morning"})},
        banned=frozenset({(0, 0, "Night"), (0, 3, "Morning"), (1, 1, "Mixed")}),
        prefers={1: (8, ("Morning", "Mixed")), 54: (7, ("Afternoon",))},
    )


def drawn(people: int, long: int, seed: int) -> Team:
    """Draw a team whose people all prefer something, with shifts of equal length."""
    luck, codes = random.Random(seed), ("Morning", "Afternoon", "Night")
    least = {"Morning": people // 5, "Afternoon": people // 5, "Night": people // 10}
    return Team(
        f"{people} people, {long} drawn days",
        days=long,
        people=people,
        hours=dict.fromkeys(codes, 8),
        least_hours=0,
        most_resting=long // 2,
        required={code: tuple(many + luck.randrange(-1, 3) for _ in range(long)) for code, many in least.items()},
        not_before={"Night": frozenset({"Morning"})},
        banned=frozenset(
            (luck.randrange(people), luck.randrange(long), luck.choice(codes)) for _ in range(people * long // 10)
        ),
        prefers={who: (luck.randrange(1, 10), tuple(luck.sample(codes, luck.choice((1, 2))))) for who in range(people)},
    )


def rows(terms: Terms) -> Iterator[Row]:
    """Yield what each program answers."""
    theirs = library("pyworkforce.rostering")
    for team in (published(), drawn(40, 28, 2)):
        if theirs:
            yield _theirs(team, theirs, terms)
        yield _ours(team, "ours, as documented", terms)
        yield _ours(team.as_posted(), "ours, as posted", terms)


def _row(team: Team, program: str, worked: Worked, proved: bool, taken: Taken) -> Row:
    name, hours = f"MinHoursRoster, {team.name}", team.points(worked) / TENTHS
    return Row(name, program, hours, proved, team.broken(worked), taken)


def _theirs(team: Team, library: ModuleType, terms: Terms) -> Row:
    def solve() -> dict[str, Any]:
        found: dict[str, Any] = library.MinHoursRoster(**_data(team), max_search_time=terms.seconds).solve()
        return found

    found, taken = clocked(solve, terms.runs)
    cells = found["resource_shifts"] if found["status"] in ANSWERED else ()
    worked = frozenset((each["resource"], each["day"], each["shift"]) for each in cells)
    return _row(team, "pyworkforce", worked, found["status"] == "OPTIMAL", taken)


def _data(team: Team) -> dict[str, Any]:
    """Return the team in the other program's words."""
    barred = [(first, then) for first, every in team.not_before.items() for then in sorted(every)]
    liked = [(who, code) for who, (_, codes) in team.prefers.items() for code in codes]
    return {
        "num_days": team.days,
        "resources": list(range(team.people)),
        "shifts": list(team.hours),
        "shifts_hours": list(team.hours.values()),
        "min_working_hours": team.least_hours,
        "max_resting": team.most_resting,
        "required_resources": {code: list(row) for code, row in team.required.items()},
        "banned_shifts": [{"resource": who, "day": day, "shift": code} for who, day, code in sorted(team.banned)],
        "non_sequential_shifts": [{"origin": first, "destination": then} for first, then in barred],
        "resources_preferences": [{"resource": who, "shift": code} for who, code in liked],
        "resources_prioritization": [
            {"resource": who, "weight": worth / TENTHS} for who, (worth, _) in team.prefers.items()
        ],
    }


def _ours(team: Team, program: str, terms: Terms) -> Row:
    dates = days(team.days)
    needs = tuple(
        ShiftNeed(dates[day], code, many, MISSING, TENTHS * team.hours[code])
        for code, row in team.required.items()
        for day, many in enumerate(row)
    )
    asked = Requirement(SITE, (), "peers", 0, needs)
    found, taken = clocked(lambda: solved(_instance(team), asked, dates, terms.seconds), terms.runs)
    worked = frozenset((int(one.person), dates.index(one.date), one.shift) for one in found.roster.assignments)
    return _row(team, program, worked, found.cost <= found.bound, taken)


def _instance(team: Team) -> Instance:
    dates, (paid, least) = days(team.days), one_sum(team)
    shifts = {
        code: Shift(code, Name(code, code), Interval(0, paid[long]), not_before=team.not_before.get(code, frozenset()))
        for code, long in team.hours.items()
    }
    wishes = [
        Wish(str(who), day, code, worth)
        for who, (worth, codes) in team.prefers.items()
        for code in codes
        for day in dates
    ]
    bare = floor({str(who): Pattern(min_minutes=least) for who in range(team.people)}, shifts, dates, wishes=wishes)
    banned = (Lock(dates[day], str(who), code, forbidden=True) for who, day, code in sorted(team.banned))
    return replace(bare, locks=tuple(banned))


def one_sum(team: Team) -> tuple[Mapping[int, int], int]:
    """Say least hours and least days as one: minutes by length of shift, and their least sum, for the same weeks.

    No rule of ours says "at least so many days", so paid minutes are looked for whose sum admits exactly the weeks that
    both rules admit; all of them are tried.

    Raises:
        ValueError: when there are no such minutes.
    """
    lengths = sorted(set(team.hours.values()))
    weeks = [many for many in product(range(team.days + 1), repeat=len(lengths)) if sum(many) <= team.days]
    kept = [week for week in weeks if sum(week) >= team.least_days and _sum(week, lengths) >= team.least_hours]
    lost = [week for week in weeks if week not in kept]
    for minutes in product(range(1, 80), repeat=len(lengths)):
        least = min(_sum(week, minutes) for week in kept)
        if all(_sum(week, minutes) < least for week in lost):
            return dict(zip(lengths, minutes, strict=True)), least
    raise ValueError(team.name)


def _sum(many: Sequence[int], of: Sequence[int]) -> int:
    return sum(one * each for one, each in zip(many, of, strict=True))
