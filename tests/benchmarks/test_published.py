"""Every published and exact case of the reference collection at full precision: half widths of one per cent."""

import pytest

from simulate.theory.named_day import solve_named_day
from simulate.theory.shift_day import ShiftDay
from tests.theory import cases
from tests.theory.trial import compare, judge

pytestmark = pytest.mark.bench
ALL = [*cases.published(), cases.mmc_day(), cases.call_centre(), *cases.exact(), *cases.lunch_drop(), *cases.waves()]


@pytest.mark.parametrize("case", ALL, ids=[f"{one.name}-{one.expected[0].name}".replace(" ", "-") for one in ALL])
def test_the_case_within_one_per_cent(case):
    options = {"most": 6000, "look": 30, **case.options}
    judge(compare(case.name, case.instance, case.expected, leavers=case.leavers, **options))


def test_the_lunch_drop_by_names_is_what_the_chain_says():
    exact = solve_named_day(ShiftDay(tuple(cases.ARRIVALS), tuple(cases.SERVERS), 11.0))
    assert exact.mean_wait == pytest.approx(cases.WAITS["by names"], rel=1e-9)
    assert exact.late == pytest.approx(cases.LATE["by names"], rel=1e-9)
