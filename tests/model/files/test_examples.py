"""Examples can be found, copied, and never overwrite anything."""

import pytest

from model.files.examples import copy_example, example_names, example_path
from model.files.read import read_workspace
from model.problems import InputError


def test_the_names_are_sorted_and_known():
    assert list(example_names()) == sorted(example_names())
    assert {"branch", "hanoi"} <= set(example_names())


def test_a_copy_is_the_same_workspace(tmp_path):
    files = copy_example("branch", tmp_path / "new" / "place")
    assert all(path.is_file() for path in files)
    assert read_workspace(tmp_path / "new" / "place")[0] == read_workspace(example_path("branch"))[0]


def test_an_unknown_name_gets_a_suggestion():
    with pytest.raises(InputError) as caught:
        example_path("brnch")
    (problem,) = caught.value.problems
    assert (problem.code, problem.suggestion) == ("E118", "branch")


@pytest.mark.parametrize("is_file", [True, False])
def test_what_is_there_is_never_written_over(tmp_path, is_file):
    goal = tmp_path / "goal"
    if is_file:
        goal.write_text("mine")
    else:
        goal.mkdir()
        (goal / "units.csv").write_text("mine")
    with pytest.raises(InputError) as caught:
        copy_example("branch", goal)
    assert caught.value.problems[0].code == "E117"
    assert "mine" in [path.read_text() for path in tmp_path.rglob("*") if path.is_file()]
