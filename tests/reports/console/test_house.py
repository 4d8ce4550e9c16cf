"""Names that come from elsewhere are noticed."""

from types import SimpleNamespace

import pytest

from reports.console import house


def test_all_names_are_ours() -> None:
    assert house.strangers() == ()


def test_stranger_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = house.find_spec

    def find(name: str) -> object:
        return SimpleNamespace(origin="/elsewhere/model/__init__.py") if name == "model" else real(name)

    monkeypatch.setattr(house, "find_spec", find)
    assert house.strangers() == ("model (/elsewhere)",)
    monkeypatch.setattr(house, "find_spec", lambda name: None)
    assert len(house.strangers()) == len(house.NAMES)
