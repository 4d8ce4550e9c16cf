"""Three weeks in a row: hours, overtime and fairness go on from week to week, and the year's limit is kept."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from model.rostering.judge import judge
from model.rostering.overtime import extras
from model.rostering.problem import pose
from model.rostering.solve import solve_roster

WEEKS = 3


def centre(make, **more):
    """Three people for two counters; the afternoon is asked for by two people, one of whom could stay for ten hours."""
    people = [make.person(name) for name in ("p", "q", "r")]
    shifts = [make.DAY, make.AFTERNOON, make.shift("ten", "07:30-18:30", "12:00-13:00")]
    return make.centre(people, shifts, {"c1": "a", "c2": "a"}, min_present=1, shift_margin=90, **more)


def rolled(make, instance, needs):
    """Solve week after week, each with the ones before as its history; return the rosters and the last instance."""
    rosters = []
    for week in range(WEEKS):
        dates = make.days(5, make.MONDAY + timedelta(days=7 * week))
        asked = make.requirement(*((day, *need) for day in dates for need in needs))
        solution = solve_roster(instance, asked, dates=dates, effort=5.0)
        assert judge(instance, solution.roster, asked, dates, "S").lawful
        rosters.append(solution.roster)
        instance = replace(instance, history=instance.history.adding(solution.roster))
    return rosters, instance


def test_the_years_overtime_is_spent_over_the_weeks_and_never_exceeded(make):
    """Seven hours of the year are left to one person, none to another, and ten-hour days are wanted every day."""
    terms = {"p": make.terms(overtime="ordinary"), "q": make.terms(overtime="ordinary")}
    eve = make.MONDAY - timedelta(days=1)
    carried = [make.carried("p", eve, 0, 193 * 60), make.carried("q", eve, 0, 200 * 60)]
    instance = centre(make, terms=terms, carried=carried)
    rosters, last = rolled(make, instance, [("17:00-18:30", "a", 2)])
    problem = pose(last, "S", make.days(1, make.MONDAY + timedelta(days=7 * WEEKS)), None)
    spent = {
        name: sum(one.minutes for one in extras(problem, problem.people[name], problem.known[name].values()))
        for name in problem.people
    }
    assert spent == {"p": 6 * 60, "q": 0, "r": 0}
    assert sum(one.shift == "ten" for roster in rosters for one in roster.assignments) == 3


def test_unpopular_shifts_even_out_over_the_weeks(make):
    """Each week has five afternoons for three people: no week can be fair alone, three weeks can."""
    instance = centre(make, unpopular_shifts=("A",), prices=replace(make.prices, contract=0, surplus=200))
    rosters, _ = rolled(make, instance, [("08:00-12:00", "a", 1), ("13:00-17:00", "a", 2)])
    alone = [Counter(one.person for one in roster.assignments if one.shift == "A") for roster in rosters]
    together = sum(alone, Counter())
    assert sum(together.values()) == 5 * WEEKS
    assert set(together.values()) == {5}
    assert any(len(set(week.values())) > 1 for week in alone)
