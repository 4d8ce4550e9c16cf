"""The four conventions for those who leave, on a queue in which many do, counted by hand from the visits."""

from dataclasses import replace

import numpy as np
import pytest

from model.files.examples import example_path
from model.files.read import read_workspace
from model.leavers import Leavers
from model.services import Law, LawKind
from simulate.intervals import difference, summarise
from simulate.replicate import simulate


@pytest.fixture(scope="module")
def branch():
    instance, _ = read_workspace(example_path("branch"))
    hasty = {name: replace(one, patience=Law(LawKind.EXPONENTIAL, 30)) for name, one in instance.services.items()}
    instance = replace(instance, services=hasty)
    return simulate(instance, replications=3, tables=("total", "service"))


def share(frame, name="within15"):
    return frame.set_index("measure").loc[name, "value"]


def test_each_convention_is_its_ratio_of_sums(branch):
    sums = branch.tallies["total"].sum()
    called, quick, left, tickets = (sums[name] for name in ("within15", "left_within15", "left", "counted"))
    assert 0 < quick < left
    found = {rule: share(summarise(branch, "total", rule)) for rule in Leavers}
    assert found == pytest.approx(
        {
            Leavers.LATE: called / tickets,
            Leavers.EXCLUDED: called / (tickets - quick),
            Leavers.IN_TIME: (called + quick) / tickets,
            Leavers.IGNORED: called / (tickets - left),
        },
        rel=1e-12,
    )
    assert found[Leavers.LATE] < found[Leavers.EXCLUDED] < min(found[Leavers.IN_TIME], found[Leavers.IGNORED])


def test_late_is_the_default_and_other_measures_do_not_change(branch):
    late, other = summarise(branch, "service"), summarise(branch, "service", Leavers.IGNORED)
    assert late.equals(summarise(branch, "service", Leavers.LATE))
    same = ~late["measure"].str.startswith("within")
    np.testing.assert_array_equal(late.loc[same, "value"], other.loc[same, "value"])


@pytest.mark.parametrize("rule", list(Leavers))
def test_nothing_differs_from_itself(branch, rule):
    changes = difference(branch, branch, "total", rule)
    assert (changes["value"].dropna() == 0).all() and changes["none"].all()
