"""The busyness of days: gamma on every date, and correlated from one worked day to the next as asked."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from scipy import stats

from model.workdays import Calendar, CalendarDay, DayKind
from simulate.arrivals import draw_visits
from simulate.busyness import busyness_of, normal_correlation
from simulate.streams import Stream

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
RUNS = 2500


def factors(instance, day, runs=RUNS):
    return np.array([busyness_of(instance, Stream(1, run, day)) for run in range(runs)])


@pytest.fixture
def busy(office, kit):
    """Return an office whose busyness has a coefficient of variation and a correlation."""

    def make(cv, correlation):
        base = office([kit.service("a", kit.law(5))], [kit.person("p", "a")])
        return replace(base, demand=replace(base.demand, day_cv=cv, day_correlation=correlation))

    return make


@pytest.mark.parametrize(("cv", "correlation"), [(0.16, 0.48), (1.0, 0.7)])
def test_each_day_is_gamma_and_neighbours_are_correlated(busy, cv, correlation):
    office = busy(cv, correlation)
    friday, monday, tuesday = (factors(office, day) for day in (FRIDAY, MONDAY, TUESDAY))
    for one in (friday, tuesday):
        assert stats.kstest(one, stats.gamma(cv**-2, scale=cv**2).cdf).pvalue > 0.001
    # Friday and Monday are neighbours: the weekend is not worked.
    assert np.corrcoef(friday, monday)[0, 1] == pytest.approx(correlation, abs=0.05)
    two_days = normal_correlation(cv, correlation) ** 2
    assert stats.spearmanr(friday, tuesday)[0] == pytest.approx(6 / np.pi * np.arcsin(two_days / 2), abs=0.05)


def test_a_holiday_is_no_day_between(busy):
    office = busy(0.3, 0.6)
    off = CalendarDay(MONDAY, DayKind.HOLIDAY, "", "official", "")
    longer = replace(office, calendar=Calendar({MONDAY: off}))
    friday, tuesday = factors(longer, FRIDAY, 1500), factors(longer, TUESDAY, 1500)
    assert np.corrcoef(friday, tuesday)[0, 1] == pytest.approx(0.6, abs=0.07)


def test_without_correlation_every_day_is_its_own(busy):
    alone, none = busy(0.3, 0.0), busy(0.0, 0.5)
    assert abs(np.corrcoef(factors(alone, FRIDAY, 1500), factors(alone, MONDAY, 1500))[0, 1]) < 0.09
    assert busyness_of(none, Stream(1, 0, MONDAY)) == 1.0


def test_a_date_needs_no_other_date_to_be_drawn(busy):
    office = busy(0.5, 0.9)
    together = [draw_visits(office, MONDAY + timedelta(days=at), 3, 5).arrival.tolist() for at in range(5)]
    assert draw_visits(office, MONDAY + timedelta(days=4), 3, 5).arrival.tolist() == together[4]


@pytest.mark.parametrize("cv", [0.05, 0.16, 0.5, 1.0, 2.0])
def test_the_normal_correlation_is_found(cv):
    found = [normal_correlation(cv, one) for one in (0.1, 0.48, 0.9, 0.99)]
    assert found == sorted(found) and found[0] >= 0.1 - 1e-12 and found[-1] < 1
    # Measured: the expansion gives back what was asked for.
    normal = np.random.default_rng(1).multivariate_normal((0, 0), ((1, found[1]), (found[1], 1)), 200_000)
    drawn = stats.gamma(cv**-2).ppf(stats.norm.cdf(normal))
    assert np.corrcoef(drawn.T)[0, 1] == pytest.approx(0.48, abs=0.03)
