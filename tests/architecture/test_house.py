"""The walls of the house that import-linter cannot see."""

import ast
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("model", "simulate", "scenarios", "reports")
SOURCES = [ROOT / "cli.py", *(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))]


@cache
def imports_of(path: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """Return the imports anywhere in a file; parsed once, for each wall looks at all files."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


def imported(path: Path) -> set[str]:
    """Return the top names a file imports anywhere, also inside functions."""
    names: set[str] = set()
    for node in imports_of(path):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def places(library: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in SOURCES if library in imported(path)}


def test_nobody_imports_the_command_line() -> None:
    assert places("cli") == set()


def test_simpy_lives_in_one_file() -> None:
    assert places("simpy") == {"simulate/engines/by_simpy.py"}


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("ortools", ("model/rostering/",)),
        ("pydantic", ("model/files/",)),
        ("ruamel", ("model/files/",)),
        ("rapidfuzz", ("model/files/",)),
        ("holidays", ("model/files/",)),
        ("typer", ("cli.py", "reports/console/")),
        ("docx", ("reports/writers/word/",)),
    ],
)
def test_a_library_stays_in_its_room(library: str, rooms: tuple[str, ...]) -> None:
    found = places(library)
    assert found, f"nothing imports {library}: drop it from the dependencies"
    assert [place for place in found if not place.startswith(rooms)] == []


@pytest.mark.parametrize("heavy", ["pandas", "numpy", "ortools", "numba", "matplotlib", "scipy", "docx", "pydantic"])
def test_help_needs_no_heavy_import(heavy: str) -> None:
    script = (
        "import sys, cli\n"
        "sys.argv = ['motcua', '--help']\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        f"assert {heavy!r} not in sys.modules, {heavy!r}\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "demo" in done.stdout


def test_no_global_random_state_and_no_clock_in_results() -> None:
    banned = {"random", "secrets"}
    for path in SOURCES:
        assert not banned & imported(path), path
    for package in ("model", "simulate", "scenarios"):
        for path in (ROOT / package).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert "datetime.now" not in text and "date.today" not in text, path


def test_every_dependency_is_used() -> None:
    spelled = {
        "python-docx": "docx",
        "ruamel.yaml": "ruamel",
        "XlsxWriter": "xlsxwriter",
        "vl-convert-python": "vl_convert",
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [line.split(">")[0].split("<")[0].split("=")[0].strip() for line in project["dependencies"]]
    # pandas writes parquet through pyarrow without an import of ours.
    unused = [name for name in names if name != "pyarrow" and not places(spelled.get(name, name))]
    assert unused == []


def test_the_lock_holds_names_versions_and_hashes_only() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "http" not in lock and "index-url" not in lock
    assert "--hash=sha256:" in lock
    assert " @ " not in lock


def test_the_lock_is_installed_without_resolving_again() -> None:
    # pip 23 takes the newest ``coverage[toml]`` although ``coverage`` is pinned, as soon as a newer one is published.
    installs = [
        line
        for name in ("Makefile", "README.md")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if "-r requirements.lock" in line
    ]
    assert len(installs) == 2
    assert all("--no-deps" in line and "--require-hashes" in line for line in installs)


def test_both_languages_have_equal_keys_and_facts() -> None:
    import string

    from reports.wording import catalogue

    def facts(sentence: str) -> set[str]:
        return {name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}

    vi, en = catalogue("vi"), catalogue("en")
    assert set(vi) == set(en)
    assert [key for key in vi if facts(vi[key]) != facts(en[key])] == []
    assert [key for key in vi if not vi[key].strip()] == []


def test_words_are_composed_unicode() -> None:
    import unicodedata

    for path in [*ROOT.glob("reports/wording/*/*.toml"), *ROOT.glob("model/examples/**/*.*"), *ROOT.glob("*.md")]:
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path


def test_no_source_file_is_ignored_by_git() -> None:
    """A rule for build output once swallowed ``model/files/build``: it worked here and failed in every clone."""
    if not (ROOT / ".git").exists():
        return
    sources = [path.relative_to(ROOT).as_posix() for path in SOURCES]
    found = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        input="\n".join(sources),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""


def test_no_two_files_import_each_other_in_a_circle() -> None:
    known = {_module(path) for path in SOURCES}
    graph = {_module(path): _own_imports(path, known) for path in SOURCES}
    finished: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way[way.index(name) :], name))
        if name not in finished:
            for other in sorted(graph.get(name, set())):
                visit(other, (*way, name))
            finished.add(name)

    for name in graph:
        visit(name, ())


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _own_imports(path: Path, known: set[str]) -> set[str]:
    """Return the modules of ours that a file imports, those for type checking and inside functions too."""
    found: set[str] = set()
    for node in imports_of(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names} & known
            found |= names or ({node.module} & known)
    return found - {_module(path)}
