from dataclasses import replace

import pytest
from pandas.testing import assert_frame_equal

from model.attendance import attending
from model.centre import Site
from model.geography import Unit
from model.instance import Instance
from model.merger import AttendRule
from simulate.needs.excerpt import excerpt
from simulate.replicate import simulate


@pytest.mark.parametrize("rule", list(AttendRule))
def test_the_same_citizens_attend_the_sites_cut_out(bureau: Instance, rule: AttendRule) -> None:
    wide = replace(
        bureau,
        units={**bureau.units, "w": Unit("w", "w", 21.1, 105.8, 1), "x": Unit("x", "x", 21.3, 105.8, 1, parent="v")},
        sites={**bureau.sites, "P": Site("P", "P", "", 21.4, 105.8)},
        attendance=replace(bureau.attendance, rule=rule, catchment={"w": "K"}),
    )
    whole = attending(wide)
    for site in wide.sites:
        small = excerpt(wide, {site})
        mine = {(row.unit, row.service) for row in small.demand.rows}
        rows = {(row.unit, row.service) for row in wide.demand.rows}
        assert mine == {key for key in rows if whole[key] == site}
        assert all(attending(small)[key] == site for key in mine)


def test_the_day_of_a_site_is_the_same_cut_out_or_not(bureau: Instance) -> None:
    whole = simulate(bureau, sites={"N"}, replications=2).tallies["site_service"]
    alone = simulate(excerpt(bureau, {"N"}), replications=2).tallies["site_service"]
    for frame in (whole, alone):
        frame["site"], frame["service"] = frame["site"].astype(str), frame["service"].astype(str)
    assert_frame_equal(whole, alone)
