"""A few published cases at a glance; `tests/benchmarks/test_published.py` has all, to one per cent."""

import pytest

from tests.theory import cases
from tests.theory.trial import compare, judge

CASES = [
    next(one for one in cases.published() if one.name == "M/M/5 priorities"),
    next(one for one in cases.published() if one.name == "Erlang B 5, 4"),
    cases.call_centre(),
]


@pytest.mark.parametrize("case", CASES, ids=[one.name.replace(" ", "-") for one in CASES])
def test_the_case_is_where_theory_says(case):
    # One per cent is asked for in the full run; the cap on replications keeps this one short.
    most = 60 if case.name == "SSJ CallCenter" else 10
    judge(compare(case.name, case.instance, case.expected, leavers=case.leavers, most=most, half=0.15), half=0.15)
