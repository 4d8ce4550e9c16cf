"""Repairs are lawful, near to the published roster, and never touch what is frozen or locked."""

import random
from datetime import timedelta
from itertools import product
from types import SimpleNamespace

import pytest

from model.roster import Assignment, Roster
from model.roster_diff import changes, duties
from model.rostering.judge import judge, judged
from model.rostering.no_roster import NoRoster
from model.rostering.places import folded
from model.rostering.problem import pose
from model.rostering.repair.events import Absence, ExtraDemand, Swap, with_events
from model.rostering.repair.repair import Stage, Terms, repair
from model.rostering.repair.reseat import reseated
from model.rostering.repair.takers import filled, gaps
from model.rostering.solve import solve_roster


def week(make, seed, people=4, open_days=3):
    """A small branch with a published roster, drawn by a seed."""
    luck, dates = random.Random(seed), make.days(open_days)
    staff = [
        make.person(f"p{place}", " ".join(sorted(luck.sample("abc", luck.choice([1, 2])))), hours=luck.choice([24, 40]))
        for place in range(people)
    ]
    # Everybody can be replaced by one of these, so that a single absence always leaves a lawful roster.
    staff += [make.person("x", "a b c"), make.person("y", "a b c"), make.person("z", "a b c")]
    counters = {"c1": "a b c", "c2": "a b", "c3": "c", "c4": "a b c"}
    needs = [(day, "08:00-12:00", skill, luck.randrange(2)) for day in dates for skill in "abc"]
    instance = make.centre(staff, [make.DAY, make.MORNING, make.AFTERNOON], counters)
    requirement = make.requirement(*needs)
    solution = solve_roster(instance, requirement, dates=dates, effort=0.2)
    return SimpleNamespace(instance=instance, needs=requirement, dates=dates, published=solution.roster, luck=luck)


def mend(one, *events, **terms):
    return repair(
        one.instance, one.published, events, site="S", requirement=one.needs, terms=Terms(seconds=0.2, **terms)
    )


def test_a_sick_call_is_mended_lawfully_and_within_the_budget(make):
    one = week(make, 1)
    gone = one.published.on(one.dates[1])[0]
    stages = []
    found = repair(
        one.instance,
        one.published,
        [Absence(gone.person, gone.date, gone.date)],
        site="S",
        requirement=one.needs,
        terms=Terms(seconds=0.2),
        on_stage=stages.append,
    )
    assert stages == list(Stage)
    assert found.roster.shift(gone.person, gone.date) is None
    verdict = judge(found.instance, found.roster, found.requirement, one.dates, "S")
    assert verdict.lawful and verdict.cost == found.cost <= found.allowed
    assert found.bound <= found.best <= found.cost
    assert found.changes == changes(one.published, found.roster)
    assert found.least_changes <= found.moved


@pytest.mark.parametrize("seed", range(10))
def test_frozen_and_locked_cells_are_never_touched(make, seed):
    one = week(make, seed)
    luck = random.Random(100 + seed)
    freeze = luck.choice([None, one.dates[0], one.dates[1], one.dates[2]])
    person = luck.choice(list(one.instance.staff))
    away = [day for day in one.dates if freeze is None or day >= freeze]
    day = luck.choice(away)
    others = [who for who in one.instance.staff if who != person]
    locked = tuple({(luck.choice(others), luck.choice(one.dates)) for _ in range(4)})
    found = mend(one, Absence(person, day, day), freeze_until=freeze, locked=locked, budget=luck.choice([0, 0.05, 1]))
    before, after = duties(one.published), duties(found.roster)
    frozen = [(who, when) for who in one.instance.staff for when in one.dates if freeze and when < freeze]
    assert all(before.get(cell) == after.get(cell) for cell in (*frozen, *locked))
    assert (person, day) not in after
    part = pose(found.instance, "S", [when for when in one.dates if not (freeze and when < freeze)], found.requirement)
    verdict = judged(found.roster, part)
    assert verdict.lawful and verdict.cost == found.cost


def test_the_fewest_changes_are_the_fewest_of_all_rosters(make):
    """Every roster of a tiny world is tried: none within the budget changes fewer shifts."""
    dates = make.days(2)
    people = [make.person(name, "a") for name in ("p", "q", "r")]
    instance = make.centre(people, [make.DAY, make.MORNING], {"c1": "a", "c2": "a"}, unpopular_shifts=("M",))
    needs = make.requirement((dates[0], "08:00-12:00", "a", 2), (dates[1], "08:00-12:00", "a", 1))
    rows = [(dates[0], "p", "D", "c1"), (dates[0], "q", "D", "c2"), (dates[1], "p", "D", "c1")]
    published = make.roster(dates, *rows)
    event = Absence("p", *dates)
    problem = pose(with_events(instance, published, [event], (), ()), "S", dates, needs)
    lawful = [(one, verdict.cost) for one in every(problem) if (verdict := judged(one, problem)).lawful]
    best = min(cost for _, cost in lawful)
    for budget in (0.0, 0.1, 1.0):
        found = repair(instance, published, [event], site="S", requirement=needs, terms=Terms(budget=budget))
        assert found.best == best
        substitute = judged(filled(problem, problem.own(found_gap(published)), gaps(published, "p", *dates)), problem)
        assert found.allowed == max(best, min(substitute.cost, int(best * (1 + budget))))
        fewest = min(moved(published, one) for one, cost in lawful if cost <= found.allowed)
        assert (found.moved, found.proved) == (fewest, True)


def found_gap(published):
    """The published roster without the shifts of those away."""
    return Roster(published.dates, tuple(one for one in published.assignments if one.person != "p"))


def every(problem):
    cells = [(person, day) for person in problem.people for day in problem.dates]
    for choice in product([None, *problem.shifts], repeat=len(cells)):
        rows = [Assignment(day, who, shift) for (who, day), shift in zip(cells, choice, strict=True) if shift]
        yield Roster(problem.dates, tuple(sorted(rows)))


def moved(before, after):
    return sum(not one.seat_only for one in changes(before, after))


def test_a_swap_gives_each_the_other_s_shift(make):
    one = week(make, 3)
    day = one.dates[1]
    first, second = ("x", "y")
    held = duties(one.published)
    found = mend(one, Swap(first, second, day))
    now = duties(found.roster)
    assert now.get((first, day), ("", ""))[0] == held.get((second, day), ("", ""))[0]
    assert now.get((second, day), ("", ""))[0] == held.get((first, day), ("", ""))[0]


def test_extra_demand_brings_more_people(make):
    one = week(make, 5)
    day = one.dates[2]
    found = mend(one, ExtraDemand(day, make.span("13:00-17:00"), "a", 2))
    added = {
        (need.slot.start, need.staff) for need in found.requirement.needs if need.date == day and need.skill == "a"
    }
    assert {(start, 2) for start in range(13 * 60, 17 * 60, 30)} <= added
    before, after = (sum(row.shift != "M" for row in roster.on(day)) for roster in (one.published, found.roster))
    assert after > before


def test_nothing_is_asked_without_a_requirement_but_lawfulness(make):
    one = week(make, 4)
    gone = one.published.on(one.dates[0])[0]
    event = Absence(gone.person, gone.date, gone.date)
    found = repair(one.instance, one.published, [event], site="S", requirement=None, terms=Terms(seconds=0.2))
    assert judge(found.instance, found.roster, None, one.dates, "S").lawful
    assert found.requirement is None


def test_when_nobody_can_step_in_there_is_no_repair(make):
    instance = make.centre([make.person("lan", "a")], [make.DAY], {"c": "a"})
    published = make.roster(make.days(1), (make.MONDAY, "lan", "D", "c"))
    with pytest.raises(NoRoster) as caught:
        repair(instance, published, [Absence("lan", make.MONDAY, make.MONDAY)], site="S", requirement=None)
    assert caught.value.proved


def test_frozen_days_may_be_as_bad_as_they_were(make):
    """What was worked unlawfully on Monday is no reason to find no repair for Tuesday."""
    dates = make.days(2)
    instance = make.centre([make.person("lan", "a"), make.person("huy", "a")], [make.DAY], {"c": "a"})
    published = make.roster(dates, (dates[1], "lan", "D", "c"))
    found = repair(
        instance,
        published,
        [Absence("lan", dates[1], dates[1])],
        site="S",
        requirement=None,
        terms=Terms(freeze_until=dates[1]),
    )
    assert [(row.date, row.person) for row in found.roster.assignments] == [(dates[1], "huy")]


def test_a_frozen_week_counts_for_the_hours(make):
    """Who has worked up the contract before the freeze cannot step in after it."""
    dates = make.days(3)
    people = [make.person("lan", "a"), make.person("huy", "a", hours=16), make.person("mai", "a")]
    instance = make.centre(people, [make.DAY], {"c": "a", "d": "a"})
    rows = [(dates[0], "huy", "D", "c"), (dates[1], "huy", "D", "c"), (dates[2], "lan", "D", "c")]
    event = Absence("lan", dates[2], dates[2])
    terms = Terms(freeze_until=dates[2])
    found = repair(instance, make.roster(dates, *rows), [event], site="S", requirement=None, terms=terms)
    assert found.roster.shift("mai", dates[2]) == "D"


def test_the_same_question_gets_the_same_answer(make):
    one = week(make, 6)
    gone = one.published.on(one.dates[1])[-1]
    event = Absence(gone.person, gone.date, gone.date + timedelta(days=1))
    assert mend(one, event) == mend(one, event)


def test_locks_and_leave_of_the_events_are_in_the_instance(make):
    one = week(make, 2)
    changed = with_events(one.instance, one.published, [Absence("x", *one.dates[:2])], [], [("y", one.dates[0])])
    assert changed.on_leave("x", one.dates[1]) and not one.instance.on_leave("x", one.dates[1])
    (lock,) = changed.locks
    held = duties(one.published).get(("y", one.dates[0]), ("", ""))
    assert (lock.person, lock.shift, lock.counter) == ("y", held[0] or "off", held[1])


def test_a_gap_is_never_left_open_because_the_rest_is_dear(make):
    """Of many points that cannot be avoided, five per cent would pay for leaving the gap open."""
    dates = make.days(1)
    people = [make.person("p", "a"), make.person("q", "a"), make.person("r", "b")]
    counters = {"c1": "a", "c2": "a", "c3": "b"}
    instance = make.centre(people, [make.DAY, make.MORNING], counters, min_present=0)
    needs = make.requirement((dates[0], "08:00-12:00", "a", 1), (dates[0], "08:00-17:00", "b", 30))
    published = make.roster(dates, (dates[0], "p", "M", "c1"), (dates[0], "r", "D", "c3"))
    event = Absence("p", *dates * 2)
    found = repair(instance, published, [event], site="S", requirement=needs)
    assert found.best > 20 * 8 * 100
    assert found.roster.shift("q", dates[0]) == "M"
    extra = ExtraDemand(dates[0], make.span("13:00-17:00"), "a")
    both = repair(instance, published, [extra], site="S", requirement=needs)
    assert any((one.person in ("p", "q") and one.shift == "D") or one.person == "q" for one in both.roster.assignments)


def test_whoever_keeps_the_shift_keeps_the_counter_where_only_one_has_to_move(make):
    dates = make.days(1)
    people = [make.person(name, "a") for name in ("morning", "afternoon", "whole", "gone")]
    instance = make.centre(people, [make.DAY, make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a"})
    problem = pose(instance, "S", dates, None)
    published = make.roster(dates, (dates[0], "morning", "M", "c1"), (dates[0], "afternoon", "A", "c2"))
    placed = make.roster(
        dates, (dates[0], "morning", "M", "c1"), (dates[0], "afternoon", "A", "c1"), (dates[0], "whole", "D", "c1")
    )
    seated = reseated(placed, folded(problem), problem, published)
    held = {one.person: one.counter for one in seated.assignments}
    assert sorted([held["morning"] == "c1", held["afternoon"] == "c2"]) == [False, True]
    assert judged(seated, problem).lawful
