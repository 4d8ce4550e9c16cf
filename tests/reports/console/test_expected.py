"""Expected visits are what the channels make of the dossiers, spread by the profile."""

from pathlib import Path

import pytest

from model.clock import Interval
from model.files.read import read_workspace
from reports.console.expected import visits_by_slot

TINY = Path(__file__).parents[2] / "data" / "tiny"


def test_tiny_workspace_by_hand() -> None:
    """80 dossiers: 60 % in person to submit and 30 % to collect, no visits for guidance: no law for it, no visits."""
    instance, _ = read_workspace(TINY)
    slots = visits_by_slot(instance)
    assert sum(slots.values()) == pytest.approx(80 * 0.9)
    assert slots[Interval(480, 510)] == pytest.approx(80 * 0.9 * 0.5 / 4)
    assert max(slots, key=lambda one: slots[one]) == Interval(480, 510)
