"""Bulk filers: how many dossiers, the work of all of them, and as much work in all as without."""

import numpy as np
import pytest

from model.demand import Bulk, BulkLaw, Channels
from model.services import LawKind
from simulate.arrivals import draw_visits
from simulate.dossiers import sizes

UNIFORMS = (np.arange(100_000) + 0.5) / 100_000


@pytest.mark.parametrize("law", [BulkLaw.GEOMETRIC, BulkLaw.POISSON])
@pytest.mark.parametrize("mean", [2.0, 2.4, 7.0, 40.0])
def test_the_mean_is_the_one_asked_for(law, mean):
    found = sizes(Bulk(1.0, law, mean), UNIFORMS)
    assert found.min() >= 2
    assert found.mean() == pytest.approx(mean, rel=0.002)
    assert (np.diff(found) >= 0).all()


def test_by_hand():
    thirds = np.array([0.1, 0.5, 0.9])
    assert sizes(Bulk(1.0, BulkLaw.DETERMINISTIC, 4.0), thirds).tolist() == [4, 4, 4]
    assert sizes(Bulk(1.0, BulkLaw.EMPIRICAL, values=(9, 2, 5)), thirds).tolist() == [2, 5, 9]
    # Mean three: one failure before a success of chance one half; P(0) = 0.5, P(1) = 0.25, P(2) = 0.125.
    assert sizes(Bulk(1.0, BulkLaw.GEOMETRIC, 3.0), np.array([0.4, 0.6, 0.8])).tolist() == [2, 3, 4]


def test_the_work_is_the_sum_and_the_dossiers_stay_as_many(office, kit):
    def drawn(bulk):
        made = office(
            [kit.service("a", kit.law(5))],
            [kit.person("p", "a")],
            rows=[("U", "a", 900.0)],
            channels=[Channels("a", bulk=bulk)],
        )
        return [draw_visits(made, kit.monday, run, 1) for run in range(40)]

    with_bulk = drawn(Bulk(0.2, BulkLaw.DETERMINISTIC, 6.0))
    for visits in with_bulk[:3]:
        assert set(visits.dossiers.tolist()) == {1, 6}
        assert (visits.work == visits.dossiers * 300).all()
    dossiers = np.array([visits.dossiers.sum() for visits in with_bulk])
    assert dossiers.mean() == pytest.approx(900, abs=4 * dossiers.std() / 40**0.5)
    # 900 dossiers make 450 visits of two dossiers on average.
    assert np.mean([len(visits) for visits in with_bulk]) == pytest.approx(450, abs=4 * (450 / 40) ** 0.5)


def test_each_dossier_has_luck_of_its_own(office, kit):
    made = office(
        [kit.service("a", kit.law(10, LawKind.EXPONENTIAL))],
        [kit.person("p", "a")],
        rows=[("U", "a", 8000.0)],
        channels=[Channels("a", bulk=Bulk(1.0, BulkLaw.DETERMINISTIC, 4.0))],
    )
    work = np.concatenate([draw_visits(made, kit.monday, run, 1).work for run in range(3)]) / 60
    # The sum of four independent exponential times: a gamma law of shape four.
    assert work.mean() == pytest.approx(40, rel=0.03)
    assert work.std() / work.mean() == pytest.approx(0.5, rel=0.05)
