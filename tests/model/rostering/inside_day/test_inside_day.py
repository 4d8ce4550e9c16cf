"""The day inside: judge and solver agree over every plan of tiny days, and on random ones."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest

from model.clock import Interval
from model.instance import Instance
from model.requirement import Requirement
from model.roster import Roster, Seat
from model.rostering.inside_day.judge import Fault, Seats, broken, cost, short, usual
from model.rostering.inside_day.posting import DayModel
from model.rostering.inside_day.question import DayQuestion, ask
from model.rostering.inside_day.solve import plan_day, plan_inside
from model.rostering.problem import pose
from model.rostering.search import run, searcher


def question_of(make: SimpleNamespace, instance: Instance, needs: Requirement, roster: Roster) -> DayQuestion:
    return ask(pose(instance, "S", (make.MONDAY,), needs), roster, make.MONDAY)


def optimum(question: DayQuestion) -> int:
    day, solver = DayModel(question), searcher(1, 20)
    run(solver, day.model, None)
    assert round(solver.objective_value) == round(solver.best_objective_bound)
    return round(solver.objective_value)


def every_plan(question: DayQuestion) -> Iterator[Seats]:
    """Yield all plans cut at borders of slots and breaks, lawful or not."""

    def of(post) -> Iterator[tuple[Seat, ...]]:
        for pauses in itertools.product(*post.pauses):
            cuts = {0, 1440, *(edge for one in pauses for edge in (one.start, one.end))}
            pieces = []
            for slot in post.slots(question.grid):
                edges = sorted({slot.start, slot.end, *(cut for cut in cuts if slot.holds(cut))})
                pieces += [Interval(*pair) for pair in itertools.pairwise(edges)]
            pieces = [one for one in pieces if not any(one.overlaps(pause) for pause in pauses)]
            for counters in itertools.product(question.problem.counters, repeat=len(pieces)):
                seats: list[Seat] = []
                for piece, counter in zip(pieces, counters, strict=True):
                    if seats and seats[-1].counter == counter and seats[-1].interval.end == piece.start:
                        seats[-1] = Seat(Interval(seats[-1].interval.start, piece.end), counter)
                    else:
                        seats.append(Seat(piece, counter))
                yield tuple(seats)

    names = [post.one.person for post in question.posts]
    for plan in itertools.product(*(list(of(post)) for post in question.posts)):
        yield dict(zip(names, plan, strict=True))


@pytest.fixture
def swapping(make: SimpleNamespace) -> DayQuestion:
    """Two people with both skills, one counter of each, and a need that moves from one skill to the other."""
    people = [make.person("p", "a b"), make.person("q", "a b")]
    instance = make.centre(people, [make.MORNING], {"c1": "a", "c2": "b", "c3": "b"}, min_present=0, slot_minutes=60)
    needs = make.requirement((make.MONDAY, "08:00-10:00", "a", 1), (make.MONDAY, "10:00-12:00", "b", 2))
    plan = make.roster([make.MONDAY], (make.MONDAY, "p", "M", "c1"), (make.MONDAY, "q", "M", "c2"))
    return question_of(make, instance, needs, plan)


def test_over_every_plan_of_a_tiny_day_the_best_is_the_solvers(swapping: DayQuestion) -> None:
    lawful = [cost(swapping, plan) for plan in every_plan(swapping) if not list(broken(swapping, plan))]
    assert min(lawful) == optimum(swapping) == cost(swapping, plan_day(swapping)) == 5
    assert cost(swapping, usual(swapping)) == 400


def test_staggered_breaks_over_every_plan(make: SimpleNamespace) -> None:
    half = replace(make.shift("H", "09:00-11:00", "10:00-10:30"), windows=(make.span("09:30-10:45"),))
    people = [make.person("p"), make.person("q")]
    instance = make.centre(people, [half], {"c1": "a", "c2": "a"}, opening=["09:00-11:00"], min_present=1)
    needs = make.requirement((make.MONDAY, "09:00-11:00", "a", 1))
    plan = make.roster([make.MONDAY], (make.MONDAY, "p", "H", "c1"), (make.MONDAY, "q", "H", "c2"))
    question = question_of(make, instance, needs, plan)
    lawful = [cost(question, one) for one in every_plan(question) if not list(broken(question, one))]
    assert min(lawful) == optimum(question) == cost(question, plan_day(question)) == 1
    senior = replace(instance, terms={"p": make.terms("senior"), "q": make.terms("senior")})
    assert short(question_of(make, senior, needs, plan), plan_day(question_of(make, senior, needs, plan))) == 1


@pytest.mark.parametrize("seed", range(25))
def test_on_random_days_the_judge_accepts_and_pays_what_the_solver_pays(make: SimpleNamespace, seed: int) -> None:
    luck = random.Random(seed)
    day = replace(make.DAY, windows=(make.span("11:00-14:00"),))
    shifts = [day, make.MORNING, make.shift("X", "08:15-15:45", "11:30-12:00")]
    skills = ("a", "b", "c", "a b", "b c", "a b c")
    counters = {f"c{at}": luck.choice(skills) for at in range(6)}
    people = [make.person(f"p{at}", luck.choice(skills)) for at in range(6)]
    instance = make.centre(people, shifts, counters, min_present=luck.randint(0, 1))
    needs = make.requirement(
        *(
            (make.MONDAY, f"{hour:02d}:00-{hour + 1:02d}:00", skill, luck.randint(0, 3))
            for hour in range(8, 17)
            for skill in "abc"
        )
    )
    rows = []
    for one, counter in zip(people, luck.sample(sorted(counters), 6), strict=True):
        if set(counters[counter].split()) & set(one.skills):
            rows.append((make.MONDAY, one.id, luck.choice(shifts).code, counter))
    question = question_of(make, instance, needs, make.roster([make.MONDAY], *rows))
    plan = plan_day(question)
    assert not list(broken(question, plan)) and not list(broken(question, usual(question)))
    assert cost(question, plan) == optimum(question) <= cost(question, usual(question))


def test_every_fault_is_found(swapping: DayQuestion) -> None:
    def faults(*seats: tuple[int, int, str]) -> set[Fault]:
        return {
            fault
            for fault, _ in broken(
                swapping, {**usual(swapping), "p": tuple(Seat(Interval(a, b), c) for a, b, c in seats)}
            )
        }

    assert faults((480, 720, "c1")) == set()
    assert faults((480, 720, "cx")) == {Fault.USELESS}
    assert faults((480, 700, "c1")) == faults((480, 600, "c1"), (590, 720, "c3")) - {Fault.BORDER} == {Fault.HOURS}
    assert faults((480, 570, "c1"), (570, 720, "c3")) == {Fault.BORDER}
    assert faults((480, 720, "c2")) == {Fault.TAKEN}


def test_locked_cells_and_small_children_stay(make: SimpleNamespace, swapping: DayQuestion) -> None:
    problem = swapping.problem
    roster = make.roster([make.MONDAY], (make.MONDAY, "p", "M", "c1"), (make.MONDAY, "q", "M", "c2"))
    needs = problem.requirement
    gained = plan_inside(problem.instance, needs, roster, dates=[make.MONDAY])
    assert (gained.before, gained.after) == (4, 0)
    assert [one.counter for one in gained.roster.assignments] == ["c1", "c2"]
    limit = make.limit("child_under_12_months", make.MONDAY, make.MONDAY)
    staff = {**problem.instance.staff, "p": replace(problem.instance.staff["p"], limits=(limit,))}
    held = plan_inside(replace(problem.instance, staff=staff), needs, roster, dates=[make.MONDAY])
    assert held.roster == roster and held.before == held.after == 4
