"""A simulated day whose assumptions theory shares must agree with it: the check ``docs/theory.md`` teaches."""

from collections.abc import Callable
from typing import Any

from model.instance import Instance
from model.services import LawKind
from simulate.intervals import summarise
from simulate.replicate import simulate
from simulate.theory.shift_day import ShiftDay
from simulate.theory.transient import solve_day


def test_a_day_with_reinforcement_agrees_within_its_error(office: Callable[..., Instance], kit: Any) -> None:
    # Two officers from eight, four from ten, five from one o'clock until everybody is served: nobody leaves early.
    shifts = [
        kit.shift(name, f"{begin}-17:00") for name, begin in (("all", "08:00"), ("ten", "10:00"), ("one", "13:00"))
    ]
    staff = [kit.person(f"P{at}", "X", usual) for at, usual in enumerate(("all", "all", "ten", "ten", "one"))]
    service = kit.service("X", kit.law(8.0, LawKind.EXPONENTIAL))
    day = office([service], staff, shifts=shifts, rows=[("U", "X", 9 * 20.0)])
    simulation = simulate(day, seed=11, replications=400, tables=("total",))
    found = summarise(simulation, "total").set_index("measure")
    exact = solve_day(ShiftDay((20.0,) * 9, (2, 2, 4, 4, 4, 5, 5, 5, 5), 8.0, slot=60.0, within=15.0))
    for measure, value in {"mean_wait": exact.mean_wait_day, "within": 1 - exact.late_day}.items():
        # Half a 95 % interval is about two standard errors: 3.5 of them are allowed.
        assert abs(found.loc[measure, "value"] - value) <= found.loc[measure, "half"] / 1.96 * 3.5, measure
