"""The same citizens under two rosters: what common random numbers are worth."""

import numpy as np
import pytest

from model.roster import Assignment, Roster
from model.services import LawKind
from simulate.intervals import difference, summarise
from simulate.replicate import simulate

SKILLS = ["a"] * 5 + ["a b"] * 3 + ["b"] * 4 + ["b c"] * 3 + ["c"] * 5
REPLICATIONS = 200


@pytest.fixture
def centre(office, kit):
    """Return a centre of 20 people in three groups, 90 % busy, lunch in three turns, and a maker of rosters."""
    services = [kit.service(name, kit.law(5, LawKind.LOGNORMAL, 0.7)) for name in "abc"]
    shifts = [kit.shift(f"L{at}", "08:00-17:00", f"{11 + at}:00-{12 + at}:00") for at in range(3)]
    people = [kit.person(f"p{at:02d}", skills, usual="L0") for at, skills in enumerate(SKILLS)]
    town = office(services, people, rows=[("U", name, 1750 / 3) for name in "abc"], shifts=shifts)

    def roster(turn):
        """Everyone goes to lunch in a turn of their own; ``turn`` moves all twenty of them along."""
        posts = (Assignment(kit.monday, f"p{at:02d}", f"L{(at + turn) % 3}") for at in range(len(SKILLS)))
        return Roster((kit.monday,), tuple(posts))

    def play(turn, seed):
        return simulate(town, replications=REPLICATIONS, seed=seed, roster=roster(turn), tables=("total",))

    return play


def waits(simulation):
    total = simulation.tallies["total"]
    return (total["wait_minutes"] / total["called"]).to_numpy()


def test_the_difference_of_two_rosters_varies_far_less_on_the_same_citizens(centre):
    first, second, elsewhere = centre(0, 1), centre(1, 1), centre(1, 2)
    total = first.tallies["total"]
    assert total["busy_minutes"].sum() / total["duty_minutes"].sum() == pytest.approx(0.9, abs=0.01)
    same, other = waits(second) - waits(first), waits(elsewhere) - waits(first)
    assert np.corrcoef(waits(first), waits(second))[0, 1] > 0.97
    assert np.var(other, ddof=1) / np.var(same, ddof=1) > 20


def test_the_paired_interval_has_that_gain(centre):
    """The interval of the difference is much narrower than what the two intervals together would say."""
    first, second = centre(0, 1), centre(1, 1)
    change = difference(first, second, "total").set_index("measure").loc["mean_wait"]
    halves = [summarise(one, "total").set_index("measure").loc["mean_wait", "half"] for one in (first, second)]
    assert np.hypot(*halves) ** 2 / change["half"] ** 2 > 20
    assert not change["none"] and change["value"] < 0
