"""Progress: a bar on a terminal, few lines elsewhere, nothing when quiet."""

import io
import sys

import pytest

from reports.console.call import Call
from reports.console.progress import nothing, progress


def test_lines_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[int] = []

    def note(done: int) -> str:
        asked.append(done)
        return f"± {done}"

    with progress(Call("x", "en"), "Playing", 100) as update:
        for done in range(1, 101):
            update(done, lambda done=done: note(done))  # type: ignore[misc]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [f"Playing: {done}/100 ± {done}" for done in (1, 25, 50, 75, 100)]
    assert asked == [1, 25, 50, 75, 100], "notes that nobody sees are not made"


def test_nothing_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(Call("x", quiet=True), "Playing", 2) as update:
        update(2, nothing)
    assert capsys.readouterr().err == ""


def test_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress(Call("x", "vi"), "Mô phỏng", 4) as update:
        update(3, lambda: "± 0,5 phút")
    assert "Mô phỏng" in screen.getvalue() and "± 0,5 phút" in screen.getvalue() and "3/4" in screen.getvalue()
