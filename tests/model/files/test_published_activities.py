"""Published multi-activity instances become our own data; faults are told with their line."""

from pathlib import Path

import pytest

from model.activity_plan import Contract
from model.files.codes import Code
from model.files.published.open import open_published
from model.problems import InputError

TINY = """# a comment
SECTION_HORIZON
1
SECTION_TASKS
2
SECTION_STAFF
# ID, MinTotalMinutes, MaxTotalMinutes
A,360,600

SECTION_COVER
1,06:00-06:15,1,1,2
1,23:45-00:00,2,0,0
2,05:45-06:00,2,1,1
"""
FOLDER = Path(__file__).resolve().parents[4] / "shared/data/rostering/massp"


def test_contracts_and_cover_are_taken_over(tmp_path):
    path = tmp_path / "tiny.txt"
    path.write_text(TINY, encoding="utf-8")
    read = open_published(path)
    assert (read.days, read.activities, read.people) == (1, 2, (Contract("A", 360, 600),))
    assert read.cover == {(0, 0): (1, 2), (71, 1): (0, 0), (95, 1): (1, 1)}


@pytest.mark.parametrize(
    ("old", "new", "row", "value"),
    [
        ("\n1\nSEC", "\n0\nSEC", 3, "0"),
        ("\n1\nSEC", "\n99999\nSEC", 3, "99999"),
        ("\n2\nSEC", "\ntwo\nSEC", 5, "two"),
        ("A,360,600", "A,360,300", 8, "300"),
        ("A,360,600", "A,360", 8, "A,360"),
        ("06:00-06:15", "06:00-06:30", 11, "06:00-06:30"),
        ("06:00-06:15", "05:45-06:00", 11, "05:45-06:00"),
        ("06:00-06:15", "6 o'clock", 11, "6 o'clock"),
        ("06:15,1,1,2", "06:15,3,1,2", 11, "3"),
        ("06:15,1,1,2", "06:15,1,2,1", 11, "1"),
        ("2,05:45-06:00,2", "1,06:00-06:15,1", 13, "1,06:00-06:15,1"),
        ("2,05:45", "2,06:00", 13, "06:00-06:00"),
        ("A,360,600\n", "", 1, "SECTION_STAFF"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, old, new, row, value):
    assert old in TINY
    path = tmp_path / "tiny.txt"
    path.write_text(TINY.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        open_published(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.row, problem.value) == (Code.INSTANCE_LINE, row, value)


@pytest.mark.skipif(not FOLDER.exists(), reason="the published instances are not beside the checkout")
def test_every_published_file_is_read():
    for path in sorted(FOLDER.glob("*.txt")):
        _, days, people, activities = map(int, path.stem.split("_"))
        read = open_published(path)
        assert (read.days, len(read.people), read.activities) == (days, people, activities)
        assert len(read.cover) == days * 96 * activities
