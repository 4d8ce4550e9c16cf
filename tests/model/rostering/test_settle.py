"""The second stage keeps shifts and cost and makes people change counters less."""

from model.rostering.judge import judged
from model.rostering.problem import pose
from model.rostering.settle import settled


def kinds(roster):
    return sum(len({one.counter for one in roster.of(who)}) for who in {one.person for one in roster.assignments})


def test_two_people_stop_changing_places(make):
    dates = make.days(4)
    people = [make.person("p", "a b"), make.person("q", "a b")]
    instance = make.centre(people, [make.DAY], {"c1": "a", "c2": "b"})
    problem = pose(instance, "S", dates, make.requirement((dates[0], "08:00-09:00", "a", 1)))
    swapping = [
        (day, who, "D", "c1" if (n + m) % 2 else "c2") for n, day in enumerate(dates) for m, who in enumerate("pq")
    ]
    before = make.roster(dates, *swapping)
    cost = judged(before, problem).cost
    after = settled(problem, before, cost, 1)
    assert kinds(before) == 4
    assert kinds(after) == 2
    assert judged(after, problem).cost <= cost
    assert [(one.date, one.person, one.shift) for one in after.assignments] == [
        (one.date, one.person, one.shift) for one in before.assignments
    ]


def test_a_change_that_pays_is_kept(make):
    first, second = make.days(2)
    instance = make.centre([make.person("p", "a b")], [make.DAY], {"c1": "a", "c2": "b"}, min_present=0)
    needs = make.requirement((first, "08:00-09:00", "a", 1), (second, "08:00-09:00", "b", 1))
    problem = pose(instance, "S", [first, second], needs)
    roster = make.roster([first, second], (first, "p", "D", "c1"), (second, "p", "D", "c2"))
    assert settled(problem, roster, judged(roster, problem).cost, 1) == roster
