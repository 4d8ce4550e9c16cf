"""Concrete counters: everybody gets one where that is possible, and keeps it."""

import random

from model.rostering.places import folded
from model.rostering.problem import pose
from model.rostering.rules.counter_capacity import CounterCapacity
from model.rostering.seats import seated, spread


def test_like_counters_are_shared_out_without_meeting(make):
    luck = random.Random(3)
    shifts = [
        make.shift(str(n), hours)
        for n, hours in enumerate(["08:00-10:00", "09:00-12:00", "11:00-15:00", "14:00-17:00"])
    ]
    dates = make.days(5)
    instance = make.centre([make.person(f"p{n}") for n in range(9)], shifts, {f"c{n}": "a" for n in range(4)})
    problem = pose(instance, "S", dates, None)
    places = folded(problem)
    for _ in range(50):
        rows = []
        for day in dates:
            for person in luck.sample(list(problem.people), 9):
                shift = luck.choice(shifts)
                there = [s for d, _, s, _ in rows if d == day]
                moments = [shift.span.start, *(problem.shifts[s].span.start for s in there)]
                meeting = max(sum(problem.shifts[s].span.holds(m) for s in [*there, shift.code]) for m in moments)
                if meeting <= 4:
                    rows.append((day, person, shift.code, "c0"))
        done = spread(make.roster(dates, *rows), places, problem)
        assert len(done.assignments) == len(rows)
        assert all(one.counter for one in done.assignments)
        assert not CounterCapacity().broken(done, problem)


def test_everybody_keeps_their_counter_over_the_week(make):
    dates = make.days(5)
    instance = make.centre([make.person(f"p{n}") for n in range(3)], [make.DAY], {f"c{n}": "a" for n in range(3)})
    problem = pose(instance, "S", dates, None)
    turns = [("p0", "p1"), ("p1", "p2"), ("p2",), ("p2", "p0", "p1"), ("p1", "p0")]
    rows = [(day, who, "D", "c0") for day, people in zip(dates, turns, strict=True) for who in people]
    done = spread(make.roster(dates, *rows), folded(problem), problem)
    assert {len({one.counter for one in done.of(who)}) for who in problem.people} == {1}


def test_a_given_counter_stays_and_the_others_are_seated_around_it(make):
    day = make.MONDAY
    people = [make.person("p", "a"), make.person("q", "a b"), make.person("r", "b")]
    instance = make.centre(people, [make.DAY], {"c1": "a b", "c2": "a", "c3": "b"})
    problem = pose(instance, "S", [day], None)
    roster = make.roster([day], (day, "p", "D", "c1"), (day, "q", "D", ""), (day, "r", "D", ""))
    seats = {one.person: one.counter for one in seated(roster, problem).assignments}
    assert seats == {"p": "c1", "q": "c2", "r": "c3"}
    assert seated(seated(roster, problem), problem) == seated(roster, problem)
