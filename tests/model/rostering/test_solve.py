"""The solver's answer against the judge's, on many random small weeks; and the same week twice."""

import random

import pytest

from model.rostering.effort import Effort, limit
from model.rostering.judge import judge
from model.rostering.no_roster import NoRoster
from model.rostering.solution import Solution, Status
from model.rostering.solve import solve_roster

SKILLS = "abc"


def random_week(make, seed):
    """Draw a small centre, a requirement and the dates."""
    luck = random.Random(seed)

    def some(least=1):
        return " ".join(sorted(luck.sample(SKILLS, luck.randint(least, 3))))

    dates = make.days(luck.randint(2, 4))
    people = [
        make.person(f"p{n}", some(), hours=luck.choice([12, 20, 40]), part_time=luck.random() < 0.3)
        for n in range(luck.randint(2, 5))
    ]
    shifts = [make.DAY, make.MORNING, make.AFTERNOON, make.shift("L", "09:30-18:00", "13:00-13:30")]
    shifts = luck.sample(shifts, luck.randint(2, 4))
    instance = make.centre(
        people,
        shifts,
        {f"c{n}": some() for n in range(luck.randint(1, 3))},
        leave=[make.leave(luck.choice(people).id, luck.choice(dates)) for _ in range(luck.randint(0, 2))],
        wishes=[make.wish(luck.choice(people).id, luck.choice(dates), "off", luck.randint(1, 3))],
        unpopular_shifts=(shifts[-1].code,),
        min_present=luck.choice([0, 0, 1]),
        shift_margin=60,
    )
    needs = [
        (day, luck.choice(["08:00-10:00", "09:00-12:00", "13:00-17:00"]), luck.choice(SKILLS), luck.randint(1, 3))
        for day in dates
        for _ in range(2)
    ]
    return instance, make.requirement(*needs), dates


@pytest.mark.parametrize("tens", range(25))
def test_the_judge_accepts_what_the_solver_returns_at_the_same_cost(make, tens):
    solved = 0
    for seed in range(10 * tens, 10 * tens + 10):
        instance, needs, dates = random_week(make, seed)
        heard = []
        try:
            solution = solve_roster(instance, needs, dates=dates, on_progress=heard.append)
        except NoRoster as none:
            assert none.reasons
            assert none.proved
            continue
        verdict = judge(instance, solution.roster, needs, dates, "S")
        assert verdict.lawful, verdict.breaches
        assert solution.status is Status.OPTIMAL
        assert verdict.cost == solution.cost == solution.bound == heard[-1].cost
        assert verdict.costs == solution.costs
        solved += 1
    assert solved


def test_the_same_input_and_seed_give_the_same_roster(make):
    luck = random.Random(5)
    people = [make.person(f"p{n:02}", " ".join(luck.sample(SKILLS, luck.randint(1, 2)))) for n in range(12)]
    counters = {"c1": "a", "c2": "a", "c3": "a b", "c4": "b", "c5": "b c", "c6": "c"}
    dates = make.days(5)
    needs = make.requirement(*((day, "08:00-12:00", skill, luck.randint(1, 3)) for day in dates for skill in SKILLS))
    instance = make.centre(people, [make.DAY, make.MORNING, make.AFTERNOON], counters)
    first, again = (solve_roster(instance, needs, dates=dates, seed=3, effort=0.5) for _ in range(2))
    assert first == again


def test_the_cheaper_of_two_rosters_is_found(make):
    day = make.MONDAY
    needs = make.requirement((day, "08:00-12:00", "a", 1), (day, "08:00-12:00", "b", 1))
    instance = make.centre(
        [make.person("both", "a b"), make.person("one", "a")], [make.MORNING], {"c1": "a b", "c2": "a"}, min_present=0
    )
    solution = solve_roster(instance, needs, dates=[day])
    assert solution.costs["shortage"] == 0
    assert {one.person: one.counter for one in solution.roster.assignments} == {"both": "c1", "one": "c2"}


def test_effort_is_a_plain_choice_or_seconds():
    assert limit(Effort.QUICK) < limit(Effort.THOROUGH) < limit(Effort.EXHAUSTIVE)
    assert limit(2.5) == 2.5
    with pytest.raises(ValueError, match="0"):
        limit(0)


def test_the_gap_is_a_share_of_the_cost(make):
    roster = make.roster(make.days(1))
    assert Solution(roster, {"shortage": 150, "wishes": 50}, 150, Status.FEASIBLE).gap == 0.25
    assert Solution(roster, {}, 0, Status.OPTIMAL).gap == 0


def test_a_search_cut_short_still_gives_a_lawful_roster(contract_month):
    problem, _ = contract_month(5, people=14)
    solution = solve_roster(problem.instance, problem.requirement, dates=problem.dates, effort=1e-9)
    assert judge(problem.instance, solution.roster, problem.requirement, problem.dates, "S").lawful
    assert solution.status is Status.FEASIBLE
    assert solution.bound <= solution.cost
