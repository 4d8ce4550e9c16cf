"""``motcua bench roster`` on a small instance: the score as words and as JSON."""

import json

import cli
from reports.console.entry import enter

TEXT = """SECTION_HORIZON
7
SECTION_SHIFTS
E,480,
SECTION_STAFF
A,E=7,2400,960,5,2,2,1
SECTION_COVER
1,E,1,100,1
6,E,1,30,1
"""


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


def test_the_score_is_printed_and_told_to_programs(tmp_path, capsys):
    path = tmp_path / "small.txt"
    path.write_text(TEXT, encoding="utf-8")
    asked = ("bench", "roster", path, "--seconds", 5, "--quiet")
    assert motcua(*asked, "--lang", "en") == 0
    assert "0 points (lawful by the judge)" in capsys.readouterr().out
    assert motcua(*asked, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["objective"], told["bound"], told["lawful"], told["status"]) == (0, 0, True, "optimal")
    assert 0 < told["seconds"] < 60


def test_a_bad_file_is_told_with_its_line(tmp_path, capsys):
    path = tmp_path / "small.txt"
    path.write_text(TEXT.replace("A,E=7", "A,E=seven"), encoding="utf-8")
    assert motcua("bench", "roster", path, "--lang", "en", "--quiet") == 3
    said = capsys.readouterr()
    assert "small.txt:6" in said.out + said.err
    assert "Traceback" not in said.err
