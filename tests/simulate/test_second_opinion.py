"""A simulated day beside the exactly solved queue: they agree where the assumptions hold."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from model.services import LawKind
from simulate.second_opinion import second_opinion
from simulate.steady import steady_waits
from simulate.theory.erlang import ErlangC
from simulate.theory.erlang_a import ErlangA


@pytest.fixture
def bank(office, kit):
    """Return an office of one queue with exponential minutes, and a second group of its own."""

    def make(people="pqr", law=LawKind.EXPONENTIAL):
        return office(
            [kit.service("a", kit.law(8, law)), kit.service("b", kit.law(8, law)), kit.service("c", kit.law(5))],
            [*(kit.person(name, "a b") for name in people), kit.person("z", "c")],
            rows=[("U", "a", 60.0), ("U", "b", 90.0), ("U", "c", 30.0)],
        )

    return make


def test_simulation_and_formula_agree_where_the_assumptions_hold(bank, kit):
    # One queue, independent arrivals, exponential minutes, everybody there all day.
    both, alone = second_opinion(bank(), "S", kit.monday, replications=400)
    assert (both.services, both.people, alone.services, alone.people) == (("a", "b"), 3, ("c",), 1)
    assert set(both.servers.tolist()) == {3}
    assert both.arrivals.sum() == pytest.approx(150, rel=0.05)
    exact = both.of_day(both.finishing)
    assert exact == pytest.approx(both.of_day(both.stopping), rel=1e-6)
    assert both.day_simulated == pytest.approx(exact, abs=3.5 / 1.96 * both.day_half)
    assert both.day_half < 0.15 * exact
    # Five minutes that never vary have half the wait, about.
    assert alone.variation == 0
    assert alone.by_variation(alone.of_day(alone.finishing)) == alone.of_day(alone.finishing) / 2


def test_staff_by_slot_and_lunch(bank, kit):
    base = bank()
    shifts = {"day": kit.shift("day", "08:00-17:00", "12:00-13:00")}
    (one, _) = second_opinion(replace(base, shifts=shifts), "S", kit.monday, replications=3)
    assert one.servers.tolist() == [3] * 8 + [0] * 2 + [3] * 8
    assert (one.first, one.slot) == (480, 30)


def test_too_many_for_those_who_finish(bank, kit):
    one = second_opinion(bank("abcdefghijklmnopqrstuv"), "S", kit.monday, replications=2)[0]
    assert one.finishing is None
    assert one.stopping is not None


def test_nobody_at_the_end_of_the_day_has_no_exact_solution(bank, kit):
    base = bank()
    shifts = {"day": kit.shift("day", "08:00-15:00")}
    one = second_opinion(replace(base, shifts=shifts), "S", kit.monday, replications=2)[0]
    assert (one.finishing, one.stopping) == (None, None)
    assert not np.isnan(one.day_simulated)


def test_each_slot_as_if_endless(bank, kit, monkeypatch):
    # The exact day is not the question here, and takes longest.
    monkeypatch.setattr("simulate.second_opinion.solve_day", lambda day: SimpleNamespace(mean_wait=None))
    base = bank()
    services = {**base.services, "b": replace(base.services["b"], patience=kit.law(20, LawKind.EXPONENTIAL))}
    one, alone = second_opinion(replace(base, services=services), "S", kit.monday, replications=40)
    # 150 visits of 8 minutes in the nine hours keep 2.2 people busy.
    assert one.load.mean() == pytest.approx(150 * 8 / 540, rel=0.05)
    # Three in five of the group come for b, whose people leave after 20 minutes: one over 0.6 / 20 is 33.
    assert one.patience == pytest.approx(100 / 3, rel=0.03)
    assert (alone.patience, alone.steady_leaving) == (None, None)
    rate = float(one.arrivals[3]) / one.slot
    assert one.steady[3] == ErlangC(rate, one.minutes, 3).mean_wait
    assert one.steady_leaving[3] == ErlangA(rate, one.minutes, one.patience, 3).mean_wait < one.steady[3]


def test_too_much_work_grows_for_ever_unless_people_leave():
    arrivals, servers = np.array([0.0, 30.0, 30.0]), np.array([2, 2, 0])
    assert np.array_equal(steady_waits(arrivals, servers, 5.0, 30), [np.nan, np.inf, np.nan], equal_nan=True)
    # Five minutes' work a minute for two people: three in five leave, after 0.6 of their patience.
    leaving = steady_waits(arrivals, servers, 5.0, 30, patience=40.0)
    assert leaving[1] == pytest.approx(0.6 * 40, rel=1e-3)
