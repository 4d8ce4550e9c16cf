"""Each rule tells the solver and the reader the same: they agree on every roster of a tiny world."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from ortools.sat.python import cp_model

from model.instance import Instance
from model.pattern import Pattern, ShiftLimit
from model.roster import Roster
from model.rostering.catalogue import RULES
from model.rostering.places import folded, single
from model.rostering.problem import RosterProblem, pose
from model.rostering.rule import Rule
from model.rostering.rules.one_shift_a_day import OneShiftADay
from model.rostering.variables import Works
from reports.wording import LANGUAGES, say

Make = SimpleNamespace
When = int | tuple[date, int]
World = Callable[[Make], tuple[Instance, When]]


def dates_of(make: Make, when: When) -> tuple[date, ...]:
    """Return so many dates from the Monday of the tests, or from another date."""
    return make.days(*reversed(when)) if isinstance(when, tuple) else make.days(when)


def plain(make: Make) -> tuple[Instance, int]:
    return make.centre([make.person("p")], [make.DAY, make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a"}), 2


def leave(make: Make) -> tuple[Instance, int]:
    people = [make.person("p"), make.person("q")]
    away = [make.leave("p", make.MONDAY), make.leave("q", make.days(2)[1], make.days(3)[2])]
    return make.centre(people, [make.DAY, make.MORNING], {"c": "a"}, leave=away), 2


def weekdays(make: Make) -> tuple[Instance, int]:
    shifts = [make.MORNING, make.shift("early", "07:30-11:30"), make.shift("dawn", "07:00-11:00"), make.DAY]
    return make.centre([make.person("p")], shifts, {"c": "a"}, opening=["08:00-12:00"], weekdays=[0]), 2


def limits(make: Make) -> tuple[Instance, int]:
    first, second = make.days(2)
    people = [
        make.person("expects", limits=(make.limit("pregnant", first, first),)),
        make.person("mother", limits=(make.limit("child_under_12_months", second, second),)),
    ]
    shifts = [
        make.shift("nine", "08:00-17:30", "12:00-12:30"),
        make.DAY,
        make.shift("seven", "08:00-15:30", "12:00-12:30"),
    ]
    return make.centre(people, shifts, {"c": "a"}, law={make.law.MAX_HOURS_DAY: 9}), 2


def contracts(make: Make) -> tuple[Instance, int]:
    people = [make.person("part", hours=12), make.person("full", hours=99)]
    return make.centre(people, [make.DAY, make.MORNING], {"c": "a"}, law={make.law.MAX_HOURS_WEEK: 15}), 2


def nights(make: Make) -> tuple[Instance, int]:
    shifts = [make.shift("late", "14:00-22:00"), make.shift("mid", "10:00-19:00"), make.shift("early", "07:00-11:00")]
    return make.centre([make.person("p"), make.person("q")], shifts, {"c": "a"}), 2


def long_rest(make: Make) -> tuple[Instance, int]:
    shifts = [make.shift("day", "08:00-16:00"), make.shift("late", "16:00-20:00")]
    law = {make.law.WEEKLY_REST_HOURS: 128}
    return make.centre([make.person("p")], shifts, {"c": "a"}, weekdays=range(7), law=law), 4


def seven_days(make: Make) -> tuple[Instance, int]:
    shifts = [make.MORNING, make.AFTERNOON]
    return make.centre(
        [make.person("p")], shifts, {"c": "a"}, weekdays=range(7), law={make.law.WEEKLY_REST_HOURS: 26}
    ), 7


def breaks(make: Make) -> tuple[Instance, int]:
    shifts = [
        make.shift("none", "08:00-14:00"),
        make.shift("short", "08:00-16:00", "12:00-12:20"),
        make.shift("at_end", "08:00-16:30", "16:00-16:30"),
        make.shift("paid", "08:00-14:00", "11:00-11:30", paid=True),
        make.shift("brief", "08:00-13:30"),
    ]
    return make.centre([make.person("p")], shifts, {"c": "a"}), 2


def skills(make: Make) -> tuple[Instance, int]:
    people = [make.person("p", "a"), make.person("q", "b c")]
    return make.centre(people, [make.DAY], {"c1": "a b", "c2": "b", "c3": "d"}), 2


def crowded(make: Make) -> tuple[Instance, int]:
    people = [make.person("p"), make.person("q"), make.person("r")]
    return make.centre(people, [make.DAY, make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a b"}), 1


def watched(make: Make) -> tuple[Instance, int]:
    people = [make.person("p", "a b"), make.person("q", "b")]
    shifts = [make.DAY, make.MORNING, make.shift("late", "09:00-17:00", "12:00-13:00")]
    return make.centre(people, shifts, {"c1": "a b", "c2": "b"}, opening=["08:00-12:00"]), 1


def guarded(make: Make) -> tuple[Instance, int]:
    people = [make.person("p"), make.person("q")]
    return make.centre(people, [make.DAY, make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a"}, min_present=2), 1


def after_last_week(make: Make) -> tuple[Instance, int]:
    """Sunday's late shift is close to Monday's early one; Wednesday's published dawn is close to Tuesday's late one."""
    shifts = [make.shift("late", "14:00-22:00"), make.shift("early", "07:00-11:00")]
    sunday, wednesday = make.days(1, make.MONDAY - timedelta(days=1))[0], make.days(3)[2]
    past = [(sunday, "p", "late", ""), (wednesday, "q", "early", "")]
    return make.centre([make.person("p"), make.person("q")], shifts, {"c": "a"}, past=past), 2


def rest_of_a_week(make: Make) -> tuple[Instance, int]:
    """Three days of the week are worked already, twelve hours of fifteen are used."""
    past = [(day, who, "M", "") for day in make.days(7)[4:] for who in "pq"]
    people = [make.person("p", hours=15), make.person("q", hours=20)]
    return make.centre(people, [make.MORNING, make.shift("brief", "08:00-10:30")], {"c": "a"}, past=past), 2


def rest_beside_the_past(make: Make) -> tuple[Instance, int]:
    """One person has no long rest left whatever happens; the other may lose the last one."""
    shifts = [make.shift("day", "08:00-16:00"), make.shift("late", "16:00-20:00")]
    later = make.days(7)[3:]
    past = [(day, "p", "day", "") for day in later[1:]] + [(day, "q", "day", "") for day in (later[0], later[2])]
    return make.centre(
        [make.person("p"), make.person("q")], shifts, {"c": "a"}, past=past, law={make.law.WEEKLY_REST_HOURS: 60}
    ), 3


def settled_cells(make: Make) -> tuple[Instance, int]:
    first, second = make.days(2)
    locks = [make.lock(first, "p", "M", "c2"), make.lock(second, "p", "off"), make.lock(second, "q", "A")]
    return make.centre(
        [make.person("p"), make.person("q")], [make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a"}, locks=locks
    ), 2


def ruled_out(make: Make) -> tuple[Instance, int]:
    first, second = make.days(2)
    locks = [
        make.lock(first, "p", "M", "c2", forbidden=True),
        make.lock(second, "p", "off", forbidden=True),
        make.lock(second, "q", "A", forbidden=True),
    ]
    return make.centre(
        [make.person("p"), make.person("q")], [make.MORNING, make.AFTERNOON], {"c1": "a", "c2": "a"}, locks=locks
    ), 2


def contracted(make: Make, pattern: Pattern, shifts: tuple[str, ...] = ("M",)) -> Instance:
    known = {"M": make.MORNING, "A": make.AFTERNOON, "D": make.DAY}
    instance = make.centre([make.person("p")], [known[code] for code in shifts], {"c": "a"}, weekdays=range(7))
    return replace(instance, patterns={"p": pattern, "somebody else": Pattern(max_run=0)})


def never_mornings(make: Make) -> tuple[Instance, int]:
    return contracted(make, Pattern(shifts={"M": ShiftLimit(0, 0), "A": ShiftLimit(0, 1)}), ("M", "A")), 2


def hours_of_three_days(make: Make) -> tuple[Instance, int]:
    return contracted(make, Pattern(min_minutes=500, max_minutes=1000), ("M", "D")), 3


def one_afternoon_or_two(make: Make) -> tuple[Instance, int]:
    return contracted(make, Pattern(shifts={"A": ShiftLimit(1, 2), "M": ShiftLimit(0, 1)}), ("M", "A")), 4


def mornings_after(make: Make) -> tuple[Instance, int]:
    late = replace(make.AFTERNOON, not_before=frozenset({"M", "D", "never heard of"}))
    whole = replace(make.DAY, not_before=frozenset({"M"}))
    return make.centre([make.person("p"), make.person("q")], [make.MORNING, late, whole], {"c": "a"}), 2


def short_runs(make: Make) -> tuple[Instance, int]:
    return contracted(make, Pattern(max_run=3)), 8


def long_runs(make: Make) -> tuple[Instance, int]:
    return contracted(make, Pattern(min_run=3)), 8


def off_together(make: Make) -> tuple[Instance, int]:
    return contracted(make, Pattern(min_days_off=3)), 8


def weekends(make: Make) -> tuple[Instance, int]:
    return contracted(make, Pattern(max_weekends=1)), 14


def with_overtime(make: Make) -> tuple[Instance, int]:
    """Eight hours, twelve and more on a holiday and a working day, agreed to or not."""
    first = make.MONDAY
    shifts = [
        make.DAY,
        make.shift("ten", "07:00-18:00", "12:00-13:00"),
        make.shift("twelve", "06:00-19:00", "12:00-13:00"),
        make.shift("all_day", "06:00-20:00", "12:00-13:00"),
    ]
    people = [
        make.person("p"),
        make.person("q"),
        make.person("mother", limits=(make.limit("child_under_12_months", first, first),)),
    ]
    terms = {"p": make.terms(overtime="ordinary"), "mother": make.terms(overtime="extended")}
    return make.centre(people, shifts, {"c": "a"}, terms=terms, special={first: "holiday_duty"}), 2


def nights_off(make: Make) -> tuple[Instance, int]:
    shifts = [make.shift("late", "15:00-22:30"), make.shift("dawn", "05:30-09:00"), make.shift("day", "06:00-22:00")]
    first = make.MONDAY
    return make.centre(
        [make.person("p"), make.person("q", limits=(make.limit("pregnant", first, first),))], shifts, {"c": "a"}
    ), 2


def seconded(make: Make) -> tuple[Instance, int]:
    _, second, third = make.days(3)
    terms = {"p": make.terms(first=second, last=second), "q": make.terms(first=third, last=third)}
    return make.centre([make.person("p"), make.person("q"), make.person("r")], [make.DAY], {"c": "a"}, terms=terms), 3


TEN = ("ten", "07:00-18:00", "12:00-13:00")


def overtime_of_two_months(make: Make) -> tuple[Instance, When]:
    """Monday 30 November and Tuesday: one hour of November is left, carried over and past; three of December."""
    start = date(2026, 11, 30)
    past = [(start - timedelta(days=3), "p", "ten", ""), (start - timedelta(days=10), "p", "ten", "")]
    carried = [make.carried("p", start - timedelta(days=10), 34 * 60, 100 * 60)]
    terms = {"p": make.terms(overtime="ordinary"), "q": make.terms(overtime="extended")}
    law = {make.law.MAX_OVERTIME_HOURS_MONTH: 37, make.law.MAX_OVERTIME_HOURS_MONTH_EXTENDED: 2}
    shifts = [make.DAY, make.shift(*TEN), make.shift("nine", "08:00-18:00", "12:00-13:00")]
    people = [make.person("p"), make.person("q", hours=14)]
    return make.centre(people, shifts, {"c": "a"}, past=past, carried=carried, terms=terms, law=law), (start, 2)


def overtime_of_a_week(make: Make) -> tuple[Instance, When]:
    """The week is longer than the contract; two days of it are past, and one more is known to come."""
    days = make.days(7)
    past = [(days[0], "p", "D", ""), (days[1], "p", "ten", ""), (days[5], "p", "M", "")]
    law = {make.law.MAX_OVERTIME_HOURS_MONTH: 7}
    shifts = [make.DAY, make.MORNING, make.shift(*TEN)]
    terms = {"p": make.terms(overtime="ordinary")}
    people = [make.person("p", hours=24)]
    return make.centre(people, shifts, {"c": "a"}, past=past, terms=terms, law=law), (days[2], 3)


def overtime_of_two_years(make: Make) -> tuple[Instance, When]:
    """A week from one year into the next counts where its Sunday lies; one person is beyond the limit already."""
    start = date(2026, 12, 31)
    carried = [
        make.carried("p", start - timedelta(days=1), 0, 198 * 60),
        make.carried("q", start - timedelta(days=1), 0, 999),
    ]
    terms = {"p": make.terms(overtime="ordinary"), "q": make.terms(overtime="extended")}
    law = {make.law.MAX_OVERTIME_HOURS_YEAR: 199, make.law.MAX_OVERTIME_HOURS_YEAR_EXTENDED: 3}
    shifts = [make.DAY, make.shift(*TEN)]
    people = [make.person("p", hours=15), make.person("q")]
    return make.centre(people, shifts, {"c": "a"}, carried=carried, terms=terms, law=law, weekdays=range(7)), (start, 3)


def trainees(make: Make) -> tuple[Instance, int]:
    terms = {"t": make.terms("trainee"), "s": make.terms("senior"), "l": make.terms("supervisor")}
    people = [make.person(who) for who in ("t", "s", "l", "o")]
    return make.centre(people, [make.DAY, make.MORNING, make.AFTERNOON], {"c": "a"}, terms=terms), 1


def leaders(make: Make) -> tuple[Instance, int]:
    terms = {"s": make.terms("senior"), "l": make.terms("supervisor"), "k": make.terms("supervisor")}
    people = [make.person(who) for who in ("s", "l", "k")]
    shifts = [make.DAY, make.MORNING, make.AFTERNOON]
    return make.centre(people, shifts, {"c": "a"}, terms=terms, min_supervisors=1), 1


def reserves(make: Make) -> tuple[Instance, int]:
    """Two of one agency, one of whom is on leave the second day; one of another; one of no agency."""
    first, second = make.days(2)
    terms = {"p": make.terms(agency="A"), "q": make.terms(agency="A"), "r": make.terms(agency="B", last=first)}
    people = [make.person(who) for who in "pqrs"]
    return make.centre(
        people, [make.DAY], {"c": "a"}, terms=terms, reserves=["p", "q", "r", "else"], leave=[make.leave("q", second)]
    ), 2


def rotating(make: Make) -> tuple[Instance, When]:
    """Two days at one kind of counter are allowed; Friday was one, and the week end is closed; one cannot change."""
    friday, monday = make.MONDAY - timedelta(days=3), make.MONDAY
    past = [(friday, "p", "M", "c1"), (friday, "q", "M", "c1")]
    people = [make.person("p", "a b"), make.person("q", "a")]
    counters = {"c1": "a", "c2": "b", "c3": "a"}
    return make.centre(people, [make.MORNING], counters, past=past, rotation_days=2), (monday, 3)


def lent(make: Make) -> tuple[Instance, int]:
    """One of us is away on the first day; of two guests on the second one may travel 41 minutes, the way being 41."""
    first, second = make.days(2)
    people = [
        make.person("p"),
        make.person("g", site="T"),
        make.person("far", site="T"),
        make.person("never", site="T"),
    ]
    terms = {"p": make.terms(lend_minutes=60), "g": make.terms(lend_minutes=41), "far": make.terms(lend_minutes=40)}
    loans = [(first, "p", "T"), *((second, who, "S") for who in ("g", "far", "never"))]
    return make.centre(people, [make.DAY], {"c": "a"}, loans=loans, terms=terms), 2


WORLDS: dict[str, list[World]] = {
    "one_shift_a_day": [plain],
    "leave": [leave],
    "home_site": [lent],
    "lending_limit": [lent],
    "working_day": [weekdays],
    "daily_hours": [limits, with_overtime],
    "night_work": [nights_off],
    "secondment": [seconded],
    "overtime_month": [overtime_of_two_months, overtime_of_a_week],
    "overtime_year": [overtime_of_two_years],
    "trainee_beside_senior": [trainees],
    "supervisor_on_duty": [leaders],
    "reserve_kept": [reserves],
    "weekly_hours": [contracts, rest_of_a_week],
    "rest_between_shifts": [nights, after_last_week],
    "weekly_rest": [long_rest, seven_days, rest_beside_the_past],
    "shift_break": [breaks],
    "fixed_cell": [settled_cells],
    "forbidden_cell": [ruled_out],
    "own_counter": [skills],
    "counter_capacity": [crowded],
    "counter_rotation": [rotating],
    "minimum_presence": [watched, guarded],
    "barred_shift": [never_mornings],
    "period_hours": [hours_of_three_days],
    "shift_count": [one_afternoon_or_two],
    "shift_succession": [mornings_after],
    "longest_run": [short_runs],
    "shortest_run": [long_runs],
    "days_off_together": [off_together],
    "free_weekends": [weekends],
}


def allowed_by_solver(rule: Rule, problem: RosterProblem) -> set[Roster]:
    """Return every roster the solver finds under one rule, with one shift a day for all."""
    model = cp_model.CpModel()
    works = Works(model, problem, single(problem))
    for one in {OneShiftADay.id: OneShiftADay(), rule.id: rule}.values():
        one.post(model, works, problem)

    found: set[Roster] = set()

    class Keep(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            found.add(works.roster(self, problem))

    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    assert solver.solve(model, Keep()) in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return found


def test_no_rule_of_the_catalogue_goes_without_a_world():
    assert sorted(WORLDS) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_solver_and_reader_agree_on_every_tiny_roster(rule, make, tiny_rosters):
    for world in WORLDS[rule.id]:
        instance, days = world(make)
        problem = pose(instance, "S", dates_of(make, days), None)
        most = 2 if rule.id == OneShiftADay.id else 1
        every = list(tiny_rosters(problem, most))
        allowed = {roster for roster in every if not rule.broken(roster, problem)}
        assert allowed == allowed_by_solver(rule, problem)
        assert 0 < len(allowed) < len(every), "a rule that allows or forbids everything proves nothing"


def test_all_rules_together_agree(make, tiny_rosters):
    first, second = make.days(2)
    people = [make.person("p", "a b"), make.person("q", "b", hours=12)]
    instance = make.centre(
        people,
        [make.DAY, make.MORNING, make.AFTERNOON],
        {"c1": "a b", "c2": "b"},
        leave=[make.leave("q", second)],
        opening=["08:00-12:00"],
        shift_margin=300,
    )
    problem = pose(instance, "S", (first, second), None)
    lawful = {one for one in tiny_rosters(problem, 1) if not any(rule.broken(one, problem) for rule in RULES)}
    model = cp_model.CpModel()
    works = Works(model, problem, single(problem))
    for rule in RULES:
        rule.post(model, works, problem)
    found: set[Roster] = set()

    class Keep(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            found.add(works.roster(self, problem))

    solver = cp_model.CpSolver()
    solver.parameters.enumerate_all_solutions = True
    solver.solve(model, Keep())
    assert lawful == found
    assert lawful


def test_every_broken_rule_names_itself_and_a_date_of_the_roster(make, tiny_rosters):
    for rule in RULES:
        instance, days = WORLDS[rule.id][0](make)
        problem = pose(instance, "S", dates_of(make, days), None)
        most = 2 if rule.id == OneShiftADay.id else 1
        breaches = [breach for one in tiny_rosters(problem, most) for breach in rule.broken(one, problem)]
        assert {breach.rule for breach in breaches} == {rule.id}
        assert {breach.date for breach in breaches} <= set(problem.dates)
        assert {breach.person for breach in breaches} <= {*problem.people, ""}
        for lang in LANGUAGES:
            for breach in breaches[:100]:
                assert say(lang, f"rules.{rule.id}.broken", person=breach.person, date=breach.date, **breach.facts)


def test_like_counters_are_one_place(make):
    instance = make.centre([make.person("p")], [make.DAY], {"c1": "a", "c2": "b", "c3": "a"})
    places = folded(pose(instance, "S", make.days(1), None))
    assert [(place.id, place.counters) for place in places] == [("c1", ("c1", "c3")), ("c2", ("c2",))]
