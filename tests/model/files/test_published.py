"""Published instances become our own data; a line that cannot be read is told with its number."""

from dataclasses import asdict
from pathlib import Path

import pytest

from model.files.codes import Code
from model.files.published.open import open_published
from model.pattern import ShiftLimit
from model.problems import InputError
from model.rostering.neighbourhood.stop import NEVER
from model.rostering.score import score_shifts

TINY = """# a comment
SECTION_HORIZON
7

SECTION_SHIFTS
E,480,
L,480,E

SECTION_STAFF
A,E=7|L=2,2400,960,5,2,2,1
B,E=0|L=7,2400,960,5,2,2,1

SECTION_DAYS_OFF
A,0,6

SECTION_SHIFT_ON_REQUESTS
A,2,E,3

SECTION_SHIFT_OFF_REQUESTS
B,3,L,2

SECTION_COVER
1,E,1,100,1
3,L,1,100,1
4,L,-0,100,0
"""
CURTOIS = Path(__file__).resolve().parents[4] / "shared/data/rostering/curtois"


@pytest.fixture
def tiny(tmp_path):
    def write(old: str = "", new: str = "") -> Path:
        path = tmp_path / "tiny.txt"
        path.write_text(TINY.replace(old, new) if old else TINY, encoding="utf-8")
        return path

    return write


def test_every_section_is_taken_over(tiny):
    read = open_published(tiny())
    assert len(read.dates) == 7
    assert read.dates[0].weekday() == 0
    assert read.instance.shifts["L"].not_before == {"E"}
    pattern = read.instance.patterns["A"]
    assert (pattern.max_minutes, pattern.min_minutes, pattern.max_run, pattern.min_run) == (2400, 960, 5, 2)
    assert (pattern.min_days_off, pattern.max_weekends, pattern.shifts["L"]) == (2, 1, ShiftLimit(0, 2))
    assert [one.first for one in read.instance.leave] == [read.dates[0], read.dates[6]]
    assert [(one.person, one.shift, one.weight, one.avoid) for one in read.instance.wishes] == [
        ("A", "E", 3, False),
        ("B", "L", 2, True),
    ]
    assert [(one.shift, one.staff, one.under, one.over) for one in read.requirement.shifts] == [
        ("E", 1, 100, 1),
        ("L", 1, 100, 1),
        ("L", 0, 100, 0),
    ]


def test_nothing_but_what_the_instance_prices_has_a_price(tiny):
    prices = asdict(open_published(tiny()).instance.settings.prices)
    assert prices.pop("wish") == 1
    assert not any(prices.values())


def test_the_best_roster_is_found_and_scored_by_the_judge(tiny):
    read = open_published(tiny("A,E=7|L=2", "A,E=7|L=0"))
    # A on E on days 1 and 2 meets the cover and the wish; L on day 3 needs B, against B's wish.
    score = score_shifts(read.instance, read.requirement, read.dates, seed=1, stop=NEVER)
    assert (score.objective, score.bound, score.breaches, score.gap) == (2, 2, 0, 0.0)


@pytest.mark.parametrize(
    ("old", "new", "row", "value"),
    [
        ("7\n\nSECTION_SHIFTS", "a week\n\nSECTION_SHIFTS", 3, "a week"),
        ("B,E=0", "B,X=0", 11, "X=0|L=7"),
        ("2400,960,5,2,2,1\nB", "2400,960,5,2,2\nB", 10, "A,E=7|L=2,2400,960,5,2,2"),
        ("A,0,6", "A,0,7", 14, "7"),
        ("B,3,L,2", "C,3,L,2", 20, "C"),
        ("1,E,1,100,1", "1,E,-1,100,1", 23, "-1"),
        ("SECTION_COVER", "SECTION_COFFEE", 22, "SECTION_COFFEE"),
    ],
)
def test_a_line_that_cannot_be_read_is_told(tiny, old, new, row, value):
    with pytest.raises(InputError) as caught:
        open_published(tiny(old, new))
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.row, problem.value) == (Code.INSTANCE_LINE, row, value)


def test_a_file_of_no_known_format_or_none_at_all_is_told(tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("\nhello\n", encoding="utf-8")
    for path, code in ((other, Code.INSTANCE_LINE), (tmp_path / "none.txt", Code.PATH_MISSING)):
        with pytest.raises(InputError) as caught:
            open_published(path)
        assert caught.value.problems[0].code == code
    other.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError):
        open_published(other)


@pytest.mark.skipif(not CURTOIS.is_dir(), reason="the published instances are not beside this checkout")
@pytest.mark.parametrize("name", ["Instance1", "Instance13"])
def test_the_published_instances_can_be_read(name):
    read = open_published(CURTOIS / f"{name}.txt")
    assert read.instance.patterns.keys() == read.instance.staff.keys()
    assert {one.date for one in read.requirement.shifts} == set(read.dates)
