import pytest

from model.instance import Instance
from model.merger import ScaleDemand
from scenarios.changes.demand import scale_demand
from simulate.rows import channels_of


def test_only_the_named_services_grow(town: Instance) -> None:
    after = scale_demand(town, ScaleDemand(("land",), 1.2))
    totals = {
        code: sum(row.dossiers_per_day for row in after.demand.rows if row.service == code) for code in after.services
    }
    assert totals == {"paper": pytest.approx(72), "land": pytest.approx(18), "tax": pytest.approx(12)}
    assert after.demand.channels == town.demand.channels


def test_more_online_for_one_service_keeps_its_other_ways(town: Instance) -> None:
    after = scale_demand(town, ScaleDemand(("land",), online_share=0.6))
    assert channels_of(after, "land").online_share == 0.6
    assert channels_of(after, "land").collect_ratio == 0.5
    assert channels_of(after, "tax").online_share == 0.25


def test_more_online_for_all(town: Instance) -> None:
    once = scale_demand(town, ScaleDemand(("land",), online_share=0.6))
    after = scale_demand(once, ScaleDemand(online_share=0.8))
    assert {channels_of(after, code).online_share for code in after.services} == {0.8}
