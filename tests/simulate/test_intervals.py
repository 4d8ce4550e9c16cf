import numpy as np
import pytest
from scipy import stats

from simulate.intervals import difference, half_width, summarise
from simulate.replicate import simulate


@pytest.fixture
def desk(office, kit):
    """Return a builder of one office with so many people."""
    from model.services import LawKind

    def make(people, **more):
        return office(
            [kit.service("a", kit.law(10, LawKind.EXPONENTIAL))],
            [kit.person(f"p{at}", "a") for at in range(people)],
            rows=[("U", "a", 90.0)],
            **more,
        )

    return make


def row(frame, measure, **key):
    chosen = frame[(frame["measure"] == measure)]
    for name, value in key.items():
        chosen = chosen[chosen[name] == value]
    (found,) = chosen.itertuples()
    return found


def test_a_count_has_students_interval(desk):
    simulation = simulate(desk(2), replications=12)
    sample = simulation.tallies["total"]["arrivals"]
    low, high = stats.t.interval(0.95, 11, sample.mean(), stats.sem(sample))
    found = row(summarise(simulation, "total"), "arrivals")
    assert (found.value, found.low, found.high) == pytest.approx((sample.mean(), low, high))
    assert found.replications == 12


def test_a_mean_wait_is_a_ratio_of_sums_with_the_delta_method(desk):
    simulation = simulate(desk(2), replications=12)
    total = simulation.tallies["total"]
    ratio = total["wait_minutes"].sum() / total["called"].sum()
    errors = (total["wait_minutes"] - ratio * total["called"]) / total["called"].mean()
    half = stats.t.ppf(0.975, 11) * np.sqrt((errors**2).sum() / 11 / 12)
    found = row(summarise(simulation, "total"), "mean_wait")
    assert (found.value, found.half) == pytest.approx((ratio, half))


def test_a_quantile_is_averaged_over_replications(desk):
    simulation = simulate(desk(2), replications=12)
    found = row(summarise(simulation, "total"), "p90_wait")
    assert found.value == pytest.approx(simulation.tallies["total"]["p90"].mean())


def test_one_replication_has_a_value_and_no_interval(desk):
    frame = summarise(simulate(desk(2), replications=1), "slot")
    assert frame["half"].isna().all()
    assert frame["value"].notna().any()


def test_a_finished_run_of_nothing_is_an_empty_table(desk):
    frame = summarise(simulate(desk(2), replications=0), "total")
    assert len(frame) == 0
    assert "half" in frame.columns


def test_nobody_came_is_not_a_wait_of_zero(desk):
    quiet = summarise(simulate(desk(1, profile="09:00-10:00"), replications=3), "slot")
    assert row(quiet, "arrivals", slot=720).value == 0
    assert np.isnan(row(quiet, "mean_wait", slot=840).value)


@pytest.mark.parametrize("table", ["site", "service", "site_service", "slot", "site_slot", "person", "total"])
def test_every_table_can_be_summarised(desk, table):
    simulation = simulate(desk(2), replications=4)
    frame = summarise(simulation, table)
    keys = [name for name in simulation.tallies[table].columns if name in ("site", "service", "date", "slot", "person")]
    assert list(frame.columns) == [*keys, "measure", "value", "low", "high", "half", "replications"]
    assert not frame.duplicated([*keys, "measure"]).any()
    sums = frame[frame["measure"].isin(["served"])]["value"].sum()
    assert sums == pytest.approx(simulation.tallies[table]["served"].sum() / 4)


def test_a_paired_difference_is_much_sharper_than_two_intervals(desk):
    before, after = simulate(desk(2), replications=20), simulate(desk(3), replications=20)
    found = row(difference(before, after, "total"), "mean_wait")
    single = row(summarise(before, "total"), "mean_wait"), row(summarise(after, "total"), "mean_wait")
    assert found.value == pytest.approx(single[1].value - single[0].value)
    assert found.value < 0
    assert not found.none
    assert row(difference(before, after, "total"), "arrivals").half == 0


def test_no_difference_is_said_when_the_interval_holds_zero(desk):
    first, second = simulate(desk(2), replications=5), simulate(desk(2), replications=5)
    assert difference(first, second, "total")["none"].all()
    other = simulate(desk(2), replications=5, seed=99)
    assert row(difference(first, other, "total"), "mean_wait").none
    alone = simulate(desk(2), replications=1), simulate(desk(3), replications=1)
    assert difference(*alone, "total")["none"].all()


def test_a_key_only_one_side_has_counts_as_nothing_there(desk):
    one, two = simulate(desk(1), replications=4), simulate(desk(2), replications=4)
    frame = difference(one, two, "person")
    assert row(frame, "duty_hours", person="p1").value >= 9
    assert set(frame["person"]) == {"p0", "p1"}


def test_different_lengths_are_paired_by_replication(desk):
    short, long = simulate(desk(2), replications=4), simulate(desk(2), replications=9)
    frame = difference(short, long, "total")
    assert (frame["value"].fillna(0) == 0).all()
    assert (frame["replications"] == 4).all()


def test_half_width_ignores_missing_replications():
    errors = np.array([[1.0, -1.0, np.nan], [0.0, np.nan, np.nan]])
    found = half_width(errors)
    assert found[0] == pytest.approx(stats.t.ppf(0.975, 1) * np.sqrt(2 / 2))
    assert np.isnan(found[1])


def test_intervals_cover_the_truth_about_as_often_as_they_say():
    rng = np.random.default_rng(5)
    samples = rng.normal(size=(4000, 8))
    errors = samples - samples.mean(axis=1, keepdims=True)
    covered = np.abs(samples.mean(axis=1)) <= half_width(errors)
    assert covered.mean() == pytest.approx(0.95, abs=0.012)
