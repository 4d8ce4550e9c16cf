"""Published task scheduling instances become our own data; faults are told with their line."""

from pathlib import Path

import pytest

from model.clock import Interval
from model.files.codes import Code
from model.files.published.open import open_published
from model.problems import InputError
from model.rostering.neighbourhood.stop import NEVER
from model.rostering.score import score_tasks

TINY = """# a comment
Type = 1
Jobs = 3
  0 10
  5 15
 10 20
Qualifications = 3
 2:  0 1
 2:  1 2
 1:  0
"""
FOLDER = Path(__file__).resolve().parents[4] / "shared/data/rostering/smptsp"


def test_times_and_qualifications_are_taken_over_and_solved(tmp_path):
    path = tmp_path / "tiny.dat"
    path.write_text(TINY, encoding="utf-8")
    read = open_published(path)
    assert read.tasks == (Interval(0, 10), Interval(5, 15), Interval(10, 20))
    assert read.able == ({0, 1}, {1, 2}, {0})
    told = []
    score = score_tasks(read, seed=1, stop=NEVER, on_progress=told.append)
    assert (score.objective, score.bound, score.breaches) == (3, 3, 0)
    assert told[0].cost == 3


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        (" 5 15", " 5 five", 5),
        (" 5 15", " 5 5", 5),
        ("Jobs = 3", "Jobs = many", 3),
        (" 1:  0\n", " 1:  7\n", 10),
        (" 2:  1 2", " 1:  1", 6),
        (" 1:  0\n", "", 7),
        ("Qualifications = 3", "Skills = 3", 10),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, old, new, row):
    path = tmp_path / "tiny.dat"
    path.write_text(TINY.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        open_published(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.row) == (Code.INSTANCE_LINE, row)


@pytest.mark.skipif(not FOLDER.exists(), reason="the published instances are not beside the checkout")
def test_every_published_file_is_read():
    for path in sorted(FOLDER.glob("*.dat")):
        _, workers, tasks = path.stem.removeprefix("data_").split("_")[:3]
        read = open_published(path)
        assert (len(read.able), len(read.tasks)) == (int(workers), int(tasks))
