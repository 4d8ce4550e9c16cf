"""Which engine is chosen, and what is known of the compiled code on disk."""

import subprocess
import sys
from pathlib import Path

import pytest

from simulate.engines import by_numba, by_simpy, choose
from simulate.engines.compiled import shelf


@pytest.fixture(autouse=True)
def no_wish(monkeypatch):
    monkeypatch.delenv(choose.VARIABLE, raising=False)


@pytest.fixture
def no_compiler(monkeypatch):
    """Let the compiled engine refuse to be imported, as numba does beside a numpy it does not know."""
    choose._compiler_at_hand.cache_clear()
    real = choose.import_module

    def refuse(name):
        if name.endswith("by_numba"):
            raise ImportError("Numba needs another NumPy")
        return real(name)

    monkeypatch.setattr(choose, "import_module", refuse)
    yield
    choose._compiler_at_hand.cache_clear()


def test_engines_by_name():
    assert choose.engine("simpy") is by_simpy.play
    assert choose.engine("numba") is choose.engine("auto") is choose.engine() is by_numba.play


def test_the_environment_says_what_auto_means_but_not_more(monkeypatch):
    monkeypatch.setenv(choose.VARIABLE, "simpy")
    assert choose.engine() is by_simpy.play
    assert choose.engine("numba") is by_numba.play


@pytest.mark.parametrize("name", ["ciw", ""])
def test_an_unknown_name_is_refused(name, monkeypatch):
    with pytest.raises(ValueError, match="none of the engines"):
        choose.engine(name)
    monkeypatch.setenv(choose.VARIABLE, name)
    with pytest.raises(ValueError, match="none of the engines"):
        choose.engine()


def test_without_a_compiler_the_reference_plays(no_compiler):
    assert choose.chosen() == "simpy"
    assert choose.engine() is by_simpy.play
    assert choose.compiled_before()
    choose.prepare()


def test_the_compiler_is_not_imported_unless_it_plays():
    script = (
        "import sys; from simulate.engines.choose import engine; engine('simpy')\nassert 'numba' not in sys.modules\n"
        "import simulate.replicate\nassert 'numba' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_compiled_before_follows_the_disk(monkeypatch, tmp_path):
    folder = tmp_path / "new" / shelf.fingerprint()
    monkeypatch.setattr(shelf, "places", lambda: iter([folder]))
    assert not choose.compiled_before()
    assert choose.compiled_before("simpy")
    assert shelf.place() == folder
    (folder / "x").mkdir()
    (folder / "x" / "kernel.play-1.py20.1.nbc").touch()
    assert not choose.compiled_before()
    (folder / "x" / f"kernel.play-1.py{sys.version_info.major}{sys.version_info.minor}.1.nbc").touch()
    assert choose.compiled_before()


def test_a_folder_that_cannot_be_written_is_passed_over(monkeypatch, tmp_path):
    blocked, free = tmp_path / "file" / "x", tmp_path / "free"
    (tmp_path / "file").touch()
    monkeypatch.setattr(shelf, "places", lambda: iter([blocked, free]))
    assert shelf.place() == free
    monkeypatch.setattr(shelf, "places", lambda: iter([blocked]))
    assert shelf.place() is None


def test_places_are_as_asked_then_beside_the_sources_then_with_the_caches(monkeypatch, tmp_path):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "asked"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    first, second, third = shelf.places()
    assert {one.name for one in (first, second, third)} == {shelf.fingerprint()}
    assert first.parent == tmp_path / "asked"
    assert second.parent == Path(shelf.__file__).parent / "__pycache__"
    assert third.parent == tmp_path / "user" / "motcua"


def test_prepare_compiles_when_nothing_is_on_disk(monkeypatch):
    called = []
    monkeypatch.setattr(shelf, "compiled_before", lambda: False)
    monkeypatch.setattr(by_numba, "compiled", lambda: called.append(True))
    choose.prepare()
    choose.prepare("simpy")
    assert called == [True]
