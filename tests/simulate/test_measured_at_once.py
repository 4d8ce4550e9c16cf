"""Tables made in one go, compiled or as plain Python, are those made by whole arrays to the last bit."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.settings import QueueRule
from simulate import measured_at_once
from simulate.compiled_sums import compiled_tables
from simulate.engines.compiled.order import ordered
from simulate.engines.compiled.tables import tables as plain
from simulate.frame import TABLES, frame_of
from simulate.measured import tabulated
from simulate.play import play_replication, set_stage
from tests.simulate.engines.centres import LIVELY, _rich, _with_rules

VISITED = tuple(name for name in TABLES if name != "person")


def lively(measure_from=0):
    rich = _with_rules(_rich(1000), replace(LIVELY, queues=QueueRule.SERVICE))
    return replace(rich, settings=replace(rich.settings, measure_from=measure_from))


def both(instance, names=VISITED):
    stage = set_stage(instance, instance.calendar.worked(instance.settings.run.dates)[:2], 3, None, None)
    frame, ledger = frame_of(stage), play_replication(stage, 0)
    once = measured_at_once.tabulated_at_once(frame, stage.rows, ledger, names)
    return once, tabulated(frame, stage.rows, ledger, names)


def same(once, whole):
    assert list(once) == list(whole)
    for name, part in whole.items():
        assert list(once[name]) == list(part)
        for column, values in part.items():
            assert once[name][column].dtype == values.dtype
            assert once[name][column].tobytes() == values.tobytes(), (name, column)


@pytest.mark.parametrize("measure_from", [0, 10 * 60])
def test_compiled_tables_of_rich_days(measure_from):
    if compiled_tables() is None:
        pytest.skip("no compiler")
    same(*both(lively(measure_from)))


def test_plain_tables_of_rich_days(monkeypatch):
    monkeypatch.setattr(measured_at_once, "compiled_tables", lambda: plain)
    same(*both(lively()))


@pytest.mark.parametrize("names", [("site_slot",), ("site", "total"), ("slot", "site_slot", "class")])
def test_a_table_is_the_same_whatever_others_are_asked_for(monkeypatch, names):
    monkeypatch.setattr(measured_at_once, "compiled_tables", lambda: plain)
    same(*both(lively(), names))


def test_what_is_too_far_apart_is_left_to_whole_arrays(monkeypatch):
    monkeypatch.setattr(measured_at_once, "compiled_tables", lambda: plain)
    monkeypatch.setattr(measured_at_once, "LEAST_SPREAD", 2)
    monkeypatch.setattr(measured_at_once, "SPREAD", 0)
    once, whole = both(lively())
    assert "total" in once
    assert "site_slot" not in once
    same(once, {name: whole[name] for name in once})


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(-5, 1 << 25), st.booleans()), max_size=40))
def test_rows_are_ordered_by_key_and_place(rows):
    keys, chosen = np.array([one for one, _ in rows], np.int64), np.array([one for _, one in rows], np.bool_)
    mine = np.flatnonzero(chosen)
    assert ordered(keys, chosen).tolist() == mine[np.argsort(keys[mine], kind="stable")].tolist()
