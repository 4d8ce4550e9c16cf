import numpy as np
import pytest

from model.services import LawKind
from simulate.intervals import summarise
from simulate.precision import enough, look_ahead, relative_width, simulate_until
from simulate.replicate import simulate


@pytest.fixture
def desk(office, kit):
    return office(
        [kit.service("a", kit.law(10, LawKind.EXPONENTIAL))],
        [kit.person(f"p{at}", "a") for at in range(2)],
        rows=[("U", "a", 70.0)],
    )


def test_the_look_ahead_grows_with_the_replications():
    assert [look_ahead(done) for done in (3, 99, 100, 101, 119, 120, 250, 1000)] == [5, 5, 5, 5, 5, 6, 12, 50]


@pytest.mark.parametrize(
    ("widths", "found"),
    [
        # Precise from the third replication on and in the five that look ahead: three are enough.
        ([9, 9, 4, 4, 4, 4, 4, 4], 3),
        # One replication fewer and it is not yet known.
        ([9, 9, 4, 4, 4, 4, 4], None),
        # The first two do not count, however narrow.
        ([1, 1, 9, 9, 5, 5, 5, 5, 5, 5], 5),
        # Lost in the fifth replication of the look-ahead: the search begins anew behind it.
        ([9, 9, 4, 4, 4, 4, 4, 6, 5, 4, 4, 4, 4, 4], 9),
        # A width that is not known is not precise.
        ([9, 9, 4, 4, float("nan"), 4, 4, 4, 4, 4, 4], 6),
        ([9] * 20, None),
        # Behind a hundred the look-ahead is scaled: 120 needs six more.
        ([9] * 119 + [5] * 6, None),
        ([9] * 119 + [5] * 7, 120),
        # What comes after the rule has spoken changes nothing.
        ([9, 9, 4, 4, 4, 4, 4, 4, 9, 9], 3),
    ],
)
def test_hoads_rule_on_sequences_worked_out_by_hand(widths, found):
    assert enough(widths, 5) == found


def test_a_plain_mean_by_hand():
    """Values 8, 10, 12: mean 10, deviation 2, t of two degrees 4.302653: 4.302653 * 2 / sqrt(3) / 10."""
    assert relative_width(np.array([8.0, 10, 12]), np.ones(3)) == pytest.approx(0.4968277)
    assert relative_width(np.array([8.0, 8]), np.ones(2)) == 0
    assert np.isnan(relative_width(np.array([8.0]), np.ones(1)))
    assert np.isnan(relative_width(np.zeros(3), np.zeros(3)))


def test_it_stops_where_the_rule_says_with_the_replications_of_a_plain_run(desk):
    told = []
    found = simulate_until(desk, precision=0.25, on_width=lambda simulation, width: told.append(simulation.done))
    assert found.reached and found.enough >= 3
    assert found.simulation.done == found.enough + look_ahead(found.enough) == found.simulation.asked
    assert told == list(range(1, found.simulation.done + 1))
    plain = simulate(desk, replications=found.simulation.done)
    assert found.simulation.tallies["total"].equals(plain.tallies["total"])
    assert enough(found.widths, 0.25) == found.enough
    assert enough(found.widths[:-1], 0.25) is None


@pytest.mark.parametrize("measure", ["mean_wait", "p90_wait", "utilisation", "arrivals"])
def test_the_widths_are_those_of_the_summary(desk, measure):
    found = simulate_until(desk, precision=1e-9, measure=measure, most=6)
    row = summarise(found.simulation, "total").set_index("measure").loc[measure]
    assert found.widths[-1] == pytest.approx(row["half"] / row["value"], rel=1e-9)


def test_the_most_is_kept_and_said(desk):
    found = simulate_until(desk, precision=1e-6, most=5)
    assert not found.reached and found.enough is None
    assert found.simulation.done == 5 and not found.simulation.interrupted


def test_the_number_of_workers_changes_nothing(desk):
    one, two = (simulate_until(desk, precision=0.3, workers=workers, tables=("site",)) for workers in (1, 2))
    np.testing.assert_array_equal(one.widths, two.widths)
    assert one.enough == two.enough
    assert one.simulation.tallies["site"].equals(two.simulation.tallies["site"])


@pytest.mark.parametrize("wrong", [{"measure": "happiness"}, {"precision": 0.0}, {"most": 2}])
def test_what_cannot_be_judged_is_refused(desk, wrong):
    with pytest.raises(ValueError, match=r"."):
        simulate_until(desk, **{"precision": 0.1, **wrong})
