"""The engine is made ready, and the wait for the compiler is told."""

import pytest

from reports.console.call import Call
from reports.console.choices import WrongValueError
from reports.console.ready import ready_engine


def test_the_first_compile_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    prepared: list[bool] = []
    monkeypatch.setattr("simulate.engines.choose.compiled_before", lambda: False)
    monkeypatch.setattr("simulate.engines.choose.prepare", lambda: prepared.append(True))
    ready_engine(Call("x", "en"))
    assert "compiling the simulation engine" in capsys.readouterr().err
    ready_engine(Call("x", "en", quiet=True))
    assert capsys.readouterr().err == ""
    assert prepared == [True, True]


def test_nothing_is_told_when_it_is_there(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("MOTCUA_ENGINE", "simpy")
    ready_engine(Call("x", "en"))
    assert capsys.readouterr().err == ""


def test_an_engine_that_does_not_exist_is_a_slip_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_ENGINE", "simpyy")
    with pytest.raises(WrongValueError) as caught:
        ready_engine(Call("x", "en"))
    assert "simpy" in caught.value.similar
