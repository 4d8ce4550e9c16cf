"""Who can take a shift: ranked by what it costs, and with the rule that forbids it to the others."""

from model.roster import Assignment
from model.rostering.judge import judged
from model.rostering.problem import pose
from model.rostering.repair.takers import filled, gaps, takers


def branch(make):
    first, second = make.days(2)
    people = [
        make.person("gone", "a"),
        make.person("free", "a"),
        make.person("half", "a"),
        make.person("there", "a"),
        make.person("away", "a"),
        make.person("stranger", "b"),
        make.person("short", "a", hours=8),
    ]
    instance = make.centre(
        people,
        [make.DAY, make.MORNING],
        {"c1": "a", "c2": "a", "c3": "a", "c4": "b"},
        leave=[make.leave("away", first)],
    )
    needs = make.requirement((first, "08:00-12:00", "a", 3), (first, "13:00-17:00", "a", 2))
    rows = [
        (first, "half", "M", "c2"),
        (first, "there", "D", "c3"),
        (first, "stranger", "D", "c4"),
        (second, "short", "D", "c1"),
        (second, "free", "M", "c2"),
        (second, "stranger", "D", "c4"),
    ]
    return pose(instance, "S", (first, second), needs), make.roster((first, second), *rows), first


def test_the_ranking(make):
    problem, roster, day = branch(make)
    found = {one.person: one for one in takers(problem, roster, Assignment(day, "gone", "D", "c1"))}
    assert next(iter(found)) == "free"
    assert [who for who, one in found.items() if one.able] == ["free", "half"]
    assert found["there"].there and not found["there"].able
    assert {who: one.breaches[0].rule for who, one in found.items() if one.breaches} == {
        "away": "leave",
        "short": "weekly_hours",
    }
    assert [who for who, one in found.items() if not one.skilled] == ["stranger"]
    assert (found["free"].counter, found["free"].gives_up) == ("c1", "")
    assert found["half"].gives_up == "M"


def test_the_points_are_the_judge_s(make):
    problem, roster, day = branch(make)
    first = takers(problem, roster, Assignment(day, "gone", "D", "c1"))[0]
    after = filled(problem, roster, [Assignment(day, "gone", "D", "c1")])
    assert judged(after, problem).cost - judged(roster, problem).cost == first.cost < 0
    assert after.shift("free", day) == "D"


def test_a_gap_that_nobody_needs_stays_open(make):
    problem, roster, day = branch(make)
    cheap = pose(problem.instance, "S", problem.dates, make.requirement((day, "08:00-12:00", "a", 1)))
    assert filled(cheap, roster, [Assignment(day, "gone", "M", "c1")]) == roster


def test_gaps_are_the_shifts_of_the_person_between_the_dates(make):
    problem, roster, day = branch(make)
    assert [one.date for one in gaps(roster, "short", day, day)] == []
    assert [one.shift for one in gaps(roster, "half", *problem.dates)] == ["M"]
