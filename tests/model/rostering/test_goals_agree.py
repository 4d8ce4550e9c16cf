"""Each goal costs the same told by the solver and by the reader, on every roster of a tiny world."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from ortools.sat.python import cp_model

from model.requirement import ShiftNeed
from model.rostering.catalogue import GOALS
from model.rostering.goal import Goal
from model.rostering.places import single
from model.rostering.problem import RosterProblem, pose
from model.rostering.variables import Works
from model.settings import RosterPrices

Make = SimpleNamespace
World = Callable[[Make], RosterProblem]


def covered(make: Make) -> RosterProblem:
    people = [make.person("p", "a b"), make.person("q", "b c"), make.person("r", "a")]
    shifts = [make.MORNING, make.shift("late", "09:00-17:00", "12:00-13:00")]
    day = make.MONDAY
    needs = make.requirement((day, "08:00-10:00", "a", 1), (day, "09:00-12:00", "b", 2), (day, "13:00-17:30", "c", 1))
    return pose(make.centre(people, shifts, {"c1": "a b", "c2": "a b c"}), "S", [day], needs)


def wished(make: Make) -> RosterProblem:
    first, second, sunday = make.days(7)[0], make.days(7)[1], make.days(7)[6]
    wishes = [
        make.wish("p", first, "off", 2),
        make.wish("p", second, "M"),
        make.wish("q", second, "A", 3),
        make.wish("q", sunday, "M", 7),
    ]
    people = [make.person("p"), make.person("q")]
    return pose(
        make.centre(people, [make.MORNING, make.AFTERNOON], {"c": "a"}, wishes=wishes),
        "S",
        [first, second, sunday],
        None,
    )


def numbered(make: Make) -> RosterProblem:
    first, second, third = make.days(3)
    needs = (ShiftNeed(first, "M", 1, 7, 3), ShiftNeed(first, "A", 0, 5, 2), ShiftNeed(second, "A", 2, 11, 0),
             ShiftNeed(third, "M", 1, 100, 100))  # fmt: skip
    people = [make.person("p"), make.person("q")]
    instance = make.centre(people, [make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a"})
    return pose(instance, "S", [first, second], replace(make.requirement(), shifts=needs))


def avoided(make: Make) -> RosterProblem:
    first, second = make.days(2)
    wishes = [replace(make.wish("p", first, "M", 2), avoid=True), make.wish("p", second, "M")]
    return pose(make.centre([make.person("p")], [make.MORNING, make.AFTERNOON], {"c": "a"}, wishes=wishes), "S",
                [first, second], None)  # fmt: skip


def unloved(make: Make) -> RosterProblem:
    people = [make.person("p"), make.person("q"), make.person("part", part_time=True)]
    instance = make.centre(people, [make.MORNING, make.AFTERNOON], {"c": "a"}, unpopular_shifts=("A",))
    return pose(instance, "S", make.days(2), None)


def shared(make: Make) -> RosterProblem:
    people = [make.person("p"), make.person("q", hours=44), make.person("away")]
    leave = [make.leave("away", make.MONDAY)]
    instance = make.centre(people, [make.DAY, make.shift("six", "08:00-14:00")], {"c": "a"}, leave=leave)
    return pose(instance, "S", make.days(2), None)


def contracts(make: Make) -> RosterProblem:
    people = [make.person("p", hours=10), make.person("q", hours=12)]
    instance = make.centre(people, [make.DAY, make.shift("odd", "08:00-10:50")], {"c": "a"})
    return pose(instance, "S", make.days(2), None)


def unloved_before(make: Make) -> RosterProblem:
    """Last week and older records count: one of them has four unpopular shifts, the other one."""
    monday = make.MONDAY
    past = [(day, "p", "A", "") for day in make.days(2, monday - timedelta(days=7))]
    past += [(make.days(8)[7], "q", "A", "")]
    carried = [make.carried("p", monday - timedelta(days=7), unpopular_shifts=3), make.carried("q", monday, 0, 0, 1)]
    people = [make.person("p"), make.person("q")]
    instance = make.centre(
        people, [make.MORNING, make.AFTERNOON], {"c": "a"}, unpopular_shifts=("A",), past=past, carried=carried
    )
    return pose(instance, "S", make.days(3), None)


def paid_overtime(make: Make) -> RosterProblem:
    """The end of a week with a Saturday that is worked and a holiday; Monday to Wednesday are past."""
    days = make.days(7)
    past = [(day, "p", "D", "") for day in days[:3]] + [(days[2], "q", "ten", ""), (days[1], "q", "D", "")]
    shifts = [make.DAY, make.shift("ten", "07:00-18:00", "12:00-13:00")]
    terms = {"p": make.terms(overtime="ordinary"), "q": make.terms(overtime="extended")}
    instance = make.centre(
        [make.person("p", hours=24), make.person("q", hours=30)], shifts, {"c": "a"}, past=past, terms=terms,
        special={days[3]: "holiday_duty", days[5]: "working"}, weekdays=range(7), prices=RosterPrices(overtime=7),
    )  # fmt: skip
    return pose(instance, "S", days[3:6], None)


def contracts_beside_overtime(make: Make) -> RosterProblem:
    """Whoever works more than the contract fills nobody else's."""
    people = [make.person("p", hours=10), make.person("q", hours=16)]
    shifts = [make.DAY, make.shift("odd", "08:00-10:50")]
    return pose(
        make.centre(people, shifts, {"c": "a"}, terms={"p": make.terms(overtime="ordinary")}), "S", make.days(2), None
    )


def like_last_week(make: Make) -> RosterProblem:
    """Monday and Tuesday of last week are known, with a leave; the second Monday is compared with the roster's own."""
    first, second, next_monday = make.MONDAY, make.days(2)[1], make.MONDAY + timedelta(days=7)
    past = [(first - timedelta(days=7), "p", "A", ""), (second - timedelta(days=7), "q", "M", "")]
    leave = [make.leave("q", first - timedelta(days=7)), make.leave("p", next_monday)]
    instance = make.centre(
        [make.person("p"), make.person("q")], [make.MORNING, make.AFTERNOON], {"c": "a"}, past=past, leave=leave,
        prices=RosterPrices(stability=3),
    )  # fmt: skip
    return pose(instance, "S", [first, second, next_monday], None)


def covered_dearer(make: Make) -> RosterProblem:
    """The second person missing of a skill, and the second person too many, cost more than the first."""
    problem = covered(make)
    day = make.MONDAY
    needs = make.requirement((day, "08:00-10:00", "a", 3), (day, "09:00-12:00", "b", 2), (day, "13:00-15:00", "c", 1))
    settings = replace(problem.instance.settings, prices=RosterPrices(shortage_step=7, surplus_step=3))
    return pose(replace(problem.instance, settings=settings), "S", [day], needs)


def guests(make: Make) -> RosterProblem:
    """A guest from 41 minutes away: six quarters of an hour there and back."""
    days = make.days(3)
    people = [make.person("p"), make.person("g", site="T")]
    loans = [(day, "g", "S") for day in days]
    instance = make.centre(people, [make.MORNING], {"c": "a"}, loans=loans, terms={"g": make.terms(lend_minutes=60)})
    return pose(instance, "S", days, None)


def shared_since(make: Make) -> RosterProblem:
    """Of last week's three days one worked all, one a day of the two without leave; the third was not there yet."""
    monday = make.MONDAY - timedelta(days=7)
    past = [(day, "p", "D", "") for day in make.days(3, monday)] + [(monday, "q", "D", ""), (monday, "old", "six", "")]
    people = [make.person(name) for name in ("p", "q", "new")]
    leave = [make.leave("q", make.days(2, monday)[1])]
    instance = make.centre(people, [make.DAY, make.shift("six", "08:00-14:00")], {"c": "a"}, past=past, leave=leave)
    return pose(instance, "S", make.days(2), None)


WORLDS: dict[str, list[World]] = {
    "shortage": [covered, covered_dearer],
    "surplus": [covered, covered_dearer],
    "shift_cover": [numbered],
    "wishes": [wished, avoided],
    "unpopular_shifts": [unloved, unloved_before],
    "even_hours": [shared, shared_since],
    "contract_hours": [contracts, contracts_beside_overtime],
    "overtime_pay": [paid_overtime],
    "stability": [like_last_week],
    "travel": [guests],
}


def test_no_goal_of_the_catalogue_goes_without_a_world():
    assert sorted(WORLDS) == sorted(goal.id for goal in GOALS)


def solver_cost(goal: Goal, problem: RosterProblem, roster) -> int:
    """Return what the solver pays at best with every decision fixed."""
    model = cp_model.CpModel()
    works = Works(model, problem, single(problem))
    seats = {(one.person, one.date, one.shift): one.counter for one in roster.assignments}
    for cell, on in works.cells():
        model.add(on == (cell in seats))
        for place in works.places:
            model.add(works.at(*cell, place.id) == (seats.get(cell) == place.id))
    model.minimize(goal.post(model, works, problem))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value)


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.id)
def test_solver_and_reader_pay_the_same_for_every_tiny_roster(goal, make, tiny_rosters):
    for world in WORLDS[goal.id]:
        problem, costs = world(make), {}
        for roster in tiny_rosters(problem, 1):
            costs[roster] = goal.cost(roster, problem)
            assert costs[roster] == solver_cost(goal, problem, roster), roster
        assert len(set(costs.values())) > 2, "a goal that cannot tell rosters apart proves nothing"
        assert min(costs.values()) >= 0


def test_prices_are_the_workspaces_own(make):
    day = make.MONDAY
    instance = make.centre(
        [make.person("p"), make.person("q")],
        [make.DAY],
        {"c": "a"},
        wishes=[make.wish("p", day, "off", 3)],
        unpopular_shifts=("D",),
        prices=RosterPrices(shortage=1000, surplus=70, wish=11, fairness=13, contract=2),
    )
    needs = make.requirement((day, "08:00-09:00", "a", 2))
    problem = pose(instance, "S", [day], needs)
    roster = make.roster([day], (day, "p", "D", "c"))
    assert {goal.id: goal.cost(roster, problem) for goal in GOALS} == {
        "shortage": 2 * 1000,
        "surplus": 14 * 70,
        "shift_cover": 0,
        "wishes": 3 * 11,
        "unpopular_shifts": 13,
        "even_hours": 13,
        "contract_hours": 8 * 2,
        "overtime_pay": 0,
        "stability": 0,
        "travel": 0,
    }
