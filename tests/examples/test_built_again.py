"""The examples are what the scripts write today, byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("script", "name"),
    [("hanoi/build.py", "hanoi"), ("hanoi/branch.py", "branch"), ("promise/build.py", "promise")],
)
def test_the_script_writes_what_is_shipped(script: str, name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-B", str(ROOT / "examples" / script), str(tmp_path)]
    subprocess.run(command, check=True, cwd=tmp_path)
    written, shipped = _files(tmp_path), _files(ROOT / "model" / "examples" / name)
    assert sorted(written) == sorted(shipped)
    assert [file for file in written if written[file] != shipped[file]] == []


def test_the_examples_stay_small() -> None:
    sizes = [path.stat().st_size for path in (ROOT / "model" / "examples").rglob("*") if path.is_file()]
    assert sum(sizes) < 2_100_000
