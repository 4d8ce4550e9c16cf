"""Random small weeks with every rule and aim: the judge accepts the roster, and its cost is the solver's."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from model.loan import Loan
from model.pattern import Pattern
from model.rostering.clashing_locks import ClashingLocks
from model.rostering.judge import judge
from model.rostering.no_roster import NoRoster
from model.rostering.solution import Status
from model.rostering.solve import solve_roster
from model.settings import RosterPrices

SKILLS = "abc"


def random_week(make, seed):
    """Draw a small centre with ranks, terms, locks, a past and prices; a requirement; and the dates."""
    luck = random.Random(seed)

    def some():
        return " ".join(sorted(luck.sample(SKILLS, luck.randint(1, 3))))

    dates = make.days(luck.randint(2, 4), make.MONDAY + timedelta(days=luck.choice([0, 2, 3, 7])))
    names = [f"p{n}" for n in range(luck.randint(3, 5))]
    people = [
        make.person(name, some(), hours=luck.choice([12, 20, 40]), limits=_limits(make, luck, dates)) for name in names
    ]
    shifts = [make.DAY, make.MORNING, make.AFTERNOON, make.shift("T", "07:30-18:30", "12:00-13:00")]
    shifts = luck.sample(shifts, luck.randint(3, 4))
    codes = [one.code for one in shifts]
    before = make.days(9, dates[0] - timedelta(days=9))
    instance = make.centre(
        people,
        shifts,
        {f"c{n}": some() for n in range(luck.randint(2, 3))},
        weekdays=range(luck.choice([5, 7])),
        leave=[make.leave(luck.choice(names), luck.choice(dates)) for _ in range(luck.randint(0, 1))],
        wishes=[make.wish(luck.choice(names), luck.choice(dates), "off", luck.randint(1, 3))],
        locks=_locks(make, luck, names, dates, codes),
        past=[(day, name, luck.choice(codes), "") for day in before for name in names if luck.random() < 0.4],
        carried=[make.carried(luck.choice(names), before[3], 38 * 60, 199 * 60, luck.randint(0, 2))],
        terms={name: _terms(make, luck) for name in names},
        reserves=luck.sample(names, luck.randint(0, 2)),
        special={luck.choice(dates): luck.choice(["working", "holiday_duty", "make_up"])},
        unpopular_shifts=(codes[-1],),
        min_present=luck.choice([0, 0, 1]),
        min_supervisors=luck.choice([0, 0, 1]),
        shift_margin=120,
        rotation_days=random.Random(-1 - seed).choice([0, 1, 2]),
        prices=_prices(luck),
    )
    hours = ["08:00-10:00", "09:00-12:00", "13:00-17:00", "07:30-18:30"]
    needs = [(day, luck.choice(hours), luck.choice(SKILLS), luck.randint(1, 3)) for day in dates for _ in range(2)]
    return instance, make.requirement(*needs), dates


def _limits(make, luck, dates):
    kinds = ["pregnant", "child_under_12_months"]
    return (make.limit(luck.choice(kinds), dates[0], luck.choice(dates)),) if luck.random() < 0.15 else ()


def _locks(make, luck, names, dates, codes):
    return [
        make.lock(luck.choice(dates), luck.choice(names), luck.choice([*codes, "off"]), forbidden=luck.random() < 0.6)
        for _ in range(luck.randint(0, 2))
    ]


def _terms(make, luck):
    rank = luck.choice(["trainee", "officer", "senior", "supervisor"])
    return make.terms(rank, luck.choice(["none", "ordinary", "extended"]), agency=luck.choice("AB"))


def _prices(luck):
    return RosterPrices(
        overtime=luck.choice([0, 3, 10]), stability=luck.choice([0, 2]),
        shortage_step=luck.choice([0, 9]), surplus_step=luck.choice([0, 2]), contract=luck.choice([0, 1]),
    )  # fmt: skip


def lent_week(make, seed):
    """Draw a week as above with a guest, somebody lent away, contracts about the order of days, and locked counters."""
    instance, needs, dates = random_week(make, seed)
    luck, (guest, away, bound, *_) = random.Random(seed + 9999), list(instance.staff)
    locks = (
        replace(one, counter=luck.choice(list(instance.counters)))
        if one.shift != "off" and luck.random() < 0.6
        else one
        for one in instance.locks
    )
    loans = [Loan(day, guest, "S") for day in dates if luck.random() < 0.7]
    loans += [Loan(day, away, "T") for day in dates if luck.random() < 0.2]
    return (
        replace(
            instance,
            locks=tuple(sorted(locks)),
            loans=tuple(loans),
            staff={**instance.staff, guest: replace(instance.staff[guest], site="T")},
            terms={**instance.terms, guest: replace(instance.terms[guest], lend_minutes=60)},
            patterns={bound: Pattern(max_run=luck.choice([None, 2, 3]), max_minutes=luck.choice([None, 900]))},
        ),
        needs,
        dates,
    )


def agree(make, seeds, draw=random_week) -> int:
    """Solve and judge each week; return how many had a roster."""
    solved = 0
    for seed in seeds:
        instance, needs, dates = draw(make, seed)
        try:
            solution = solve_roster(instance, needs, dates=dates)
        except NoRoster as none:
            assert none.proved
            continue
        except ClashingLocks as clash:
            assert clash.breaches
            continue
        verdict = judge(instance, solution.roster, needs, dates, "S")
        assert verdict.lawful, (seed, verdict.breaches)
        assert solution.status is Status.OPTIMAL, seed
        assert verdict.cost == solution.cost == solution.bound, seed
        assert verdict.costs == solution.costs
        solved += 1
    return solved


@pytest.mark.parametrize("tens", range(4))
def test_the_judge_accepts_what_the_solver_returns_at_the_same_cost(make, tens):
    assert agree(make, range(10 * tens, 10 * tens + 10))


def test_they_agree_with_people_on_loan_too(make):
    assert agree(make, range(15), lent_week)


@pytest.mark.bench
def test_two_hundred_weeks_with_people_on_loan(make):
    assert agree(make, range(200), lent_week) >= 80


@pytest.mark.bench
def test_five_hundred_weeks(make):
    assert agree(make, range(500)) >= 250


def test_the_aims_are_all_met_with_and_the_rules_all_bind(make):
    """Every aim costs something in some of the weeks drawn; a judge of empty rosters would otherwise be enough."""
    paid = set()
    for seed in range(60):
        instance, needs, dates = random_week(make, seed)
        luck = random.Random(seed)
        cells = [(day, name) for day in dates for name in instance.staff]
        rows = [(*cell, luck.choice(list(instance.shifts)), "c0") for cell in cells if luck.random() < 0.8]
        costs = judge(replace(instance, locks=()), make.roster(dates, *rows), needs, dates, "S").costs
        paid |= {goal for goal, cost in costs.items() if cost}
    assert paid >= {"shortage", "surplus", "wishes", "unpopular_shifts", "even_hours", "contract_hours"}
    assert paid >= {"overtime_pay", "stability"}
