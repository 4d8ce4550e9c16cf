"""Replications kept on disk: a run stopped anywhere and gone on with is the run that was never stopped."""

import numpy as np
import pytest

from model.files.examples import example_path
from model.files.read import read_workspace
from simulate.kept import Kept
from simulate.replicate import simulate

FACTS = {"seed": "1", "sites": "all"}


@pytest.fixture(scope="module")
def branch():
    return read_workspace(example_path("branch"))[0]


@pytest.fixture(scope="module")
def whole(branch):
    return simulate(branch, replications=4)


def same(one, other):
    assert [at for at, _ in one.tallies.parts] == [at for at, _ in other.tallies.parts]
    for (_, a), (_, b) in zip(one.tallies.parts, other.tallies.parts, strict=True):
        assert list(a) == list(b)
        for table in a:
            assert list(a[table]) == list(b[table])
            for name, column in a[table].items():
                assert column.dtype == b[table][name].dtype
                np.testing.assert_array_equal(column, b[table][name])


def stopped(branch, kept, after):
    def stop(simulation):
        if simulation.done == after:
            raise KeyboardInterrupt

    found = simulate(branch, replications=4, on_done=stop, kept=kept)
    assert found.interrupted and found.done == after
    return found


@pytest.mark.parametrize("workers", [1, 2])
def test_stopped_and_gone_on_is_never_stopped(branch, whole, tmp_path, workers, monkeypatch):
    kept = Kept(tmp_path / "a" / "b", FACTS)
    stopped(branch, kept, 2)
    assert len(list(kept.folder.glob("*.part"))) == 2 and kept.changed() == ()
    same(simulate(branch, replications=4, workers=workers, kept=kept), whole)
    kept.clear()
    assert not (tmp_path / "a").exists()


def test_what_is_kept_is_not_played_again(branch, whole, tmp_path, monkeypatch):
    kept = Kept(tmp_path, FACTS)
    stopped(branch, kept, 3)
    played = []
    from simulate import replicate

    real = replicate.play_replication
    monkeypatch.setattr(replicate, "play_replication", lambda stage, at: played.append(at) or real(stage, at))
    same(simulate(branch, replications=4, kept=kept), whole)
    assert played == [3]


@pytest.mark.parametrize("damage", [b"", b"[]\nmore", b"no json", b'[["total","site","<i8",9]]\nshort'])
def test_damaged_files_are_played_again(branch, whole, tmp_path, damage):
    kept = Kept(tmp_path, FACTS)
    stopped(branch, kept, 2)
    (tmp_path / "000001.part").write_bytes(damage)
    assert kept.load(1) is None
    same(simulate(branch, replications=4, kept=kept), whole)


def test_another_run_is_told_by_what_differs(branch, tmp_path):
    kept = Kept(tmp_path, FACTS)
    assert kept.changed() is None
    stopped(branch, kept, 1)
    assert Kept(tmp_path, {**FACTS, "seed": "2"}).changed() == ("seed",)
    (tmp_path / "key.json").write_text("nothing")
    assert kept.changed() == ("seed", "sites")
