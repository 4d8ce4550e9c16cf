"""``motcua bench roster`` on a small instance: the score as words and as JSON."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
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


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import sys, cli; sys.exit(cli.main())", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_score_is_printed_and_told_to_programs(tmp_path):
    path = tmp_path / "small.txt"
    path.write_text(TEXT, encoding="utf-8")
    said = run("bench", "roster", str(path), "--seconds", "5", "--lang", "en", "--quiet")
    assert said.returncode == 0, said.stderr
    assert "0 points (lawful by the judge)" in said.stdout
    told = json.loads(run("bench", "roster", str(path), "--seconds", "5", "--format", "json", "--quiet").stdout)
    assert (told["objective"], told["bound"], told["lawful"], told["status"]) == (0, 0, True, "optimal")
    assert 0 < told["seconds"] < 60


def test_a_bad_file_is_told_with_its_line(tmp_path):
    path = tmp_path / "small.txt"
    path.write_text(TEXT.replace("A,E=7", "A,E=seven"), encoding="utf-8")
    said = run("bench", "roster", str(path), "--lang", "en", "--quiet")
    assert said.returncode == 3
    assert "small.txt:6" in said.stdout + said.stderr
    assert "Traceback" not in said.stderr
