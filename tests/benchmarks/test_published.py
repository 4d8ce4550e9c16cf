"""Every published and exact case of the reference collection at full precision: half widths of one per cent."""

import pytest

from tests.theory import cases
from tests.theory.trial import compare, judge

pytestmark = pytest.mark.bench
ALL = [*cases.published(), cases.mmc_day(), cases.call_centre(), *cases.exact(), *cases.lunch_drop(), *cases.waves()]


@pytest.mark.parametrize("case", ALL, ids=[f"{one.name}-{one.expected[0].name}".replace(" ", "-") for one in ALL])
def test_the_case_within_one_per_cent(case):
    judge(compare(case.name, case.instance, case.expected, leavers=case.leavers, **{"most": 300, **case.options}))
