"""How long a plan holds: what changes in each case, and that more is never easier."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from model.files.read import read_workspace
from model.promise import promised
from model.roster import Assignment, Roster
from model.services import Law, LawKind
from scenarios.promise.holds import CASES, Case, changed, first_to_fail, how_long, uncertain
from simulate.laws import minutes

DAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[3] / "model" / "examples" / "promise"


@pytest.fixture(scope="module")
def centre():
    return read_workspace(EXAMPLE)[0]


def test_more_demand_and_longer_minutes(centre) -> None:
    more = changed(centre, Case("demand", 0.2))
    rates = [[row.dossiers_per_day for row in one.demand.rows] for one in (centre, more)]
    assert np.allclose(np.array(rates[1]), 1.2 * np.array(rates[0]))
    uniforms = np.linspace(0.01, 0.99, 50)
    for law in (
        Law(LawKind.LOGNORMAL, mean=5, cv=0.8),
        Law(LawKind.PERT, low=2, mode=5, high=20),
        Law(LawKind.EMPIRICAL, values=(2.0, 3.5, 8.0)),
    ):
        services = {
            name: replace(one, minutes=dict.fromkeys(one.minutes, law)) for name, one in centre.services.items()
        }
        longer = changed(replace(centre, services=services), Case("minutes", 0.1))
        (found, *_) = next(iter(longer.services.values())).minutes.values()
        assert np.allclose(minutes(found, uniforms), 1.1 * minutes(law, uniforms))


def test_absence_and_busier_days(centre) -> None:
    assert {one.absence_rate for one in changed(centre, Case("absence", 0.06)).staff.values()} == {0.06}
    busier = changed(centre, Case("busyness", 0.1)).demand.day_cv
    assert busier == pytest.approx((centre.demand.day_cv**2 + 0.01) ** 0.5)
    assert uncertain(centre, 0.0) is centre
    with pytest.raises(ValueError, match="weather"):
        changed(centre, Case("weather", 1.0))


def test_everything_that_changes_makes_it_worse(centre) -> None:
    everybody = Roster((DAY,), tuple(Assignment(DAY, name, "T1100") for name in list(centre.staff)[:30]))
    pledges = promised(centre, "TT", DAY)
    told = []
    held = how_long(centre, "TT", DAY, pledges, everybody, seed=1, days=40, told=lambda: told.append(1))
    assert [one.case for one in held] == list(CASES) and len(told) == len(CASES)
    late = [sum(level for _, level in one.levels) for one in held]
    assert late[0] < late[1] < late[2] < late[3]
    assert all(late[0] < other for other in late[1:])
    broken = {kind: case for kind, case, _ in first_to_fail(held)}
    for kind, case in broken.items():
        assert not any(one.missed for one in held if one.case.kind == kind and one.case.amount < case.amount)
    for one in held:
        assert {pledge.id for pledge, level in one.levels if level > pledge.limit + 1e-9} == {
            pledge.id for pledge, _ in one.missed
        }
