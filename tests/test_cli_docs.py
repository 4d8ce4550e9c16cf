"""The page of the commands names every command, option and exit code there is, and the first steps work as written."""

import re
import shutil
from pathlib import Path

import pytest
import typer

import cli
from reports.console.answer import Exit
from reports.console.entry import enter
from reports.console.shared_options import COMMON

DOCS = Path(cli.__file__).parent / "docs"
COMMANDS = (DOCS / "commands.md").read_text("utf-8")


def leaves() -> dict[str, set[str]]:
    """Return the options of every command by its words."""
    found: dict[str, set[str]] = {}

    def walk(words: tuple[str, ...], group: object) -> None:
        for name, command in group.commands.items():  # type: ignore[attr-defined]
            if hasattr(command, "commands"):
                walk((*words, name), command)
            else:
                found[" ".join((*words, name))] = {one.opts[-1] for one in command.params if one.opts[-1][:2] == "--"}

    walk((), typer.main.get_command(cli.app))
    return found


def test_every_command_and_option_is_told() -> None:
    common, usages = {f"--{name}" for name in COMMON}, COMMANDS.split("## JSON")[0].splitlines()
    assert all(f"`{option}" in COMMANDS for option in common)
    for command, options in leaves().items():
        # The report has the options of the comparison, told there.
        borrowed = leaves()["compare"] if command == "report" else set()
        longer = [one for one in leaves() if one.startswith(f"{command} ")]
        told_of = [line for line in usages if re.match(rf"(\| )?`{command}( |`)", line)]
        (told,) = [line for line in told_of if not any(f"`{one} " in line for one in longer)]
        for option in options - common - borrowed:
            assert option in told, f"{command} {option}"


def test_every_exit_code_is_told() -> None:
    assert all(f"\n| {int(code)} |" in COMMANDS for code in Exit)


def test_first_steps_work_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of the page that names the workspace runs on a small one in its place."""
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "first-steps.md").read_text("utf-8")
    typed = [line.split("#")[0].split() for line in re.findall(r"^    motcua (.*)$", text, re.MULTILINE)]
    done = []
    for words in typed:
        if words[0] in ("init", "template"):
            assert enter(cli.app, words) == 0, words
            if words[0] == "init":
                shutil.rmtree("my-project")
                shutil.copytree(DOCS.parent / "tests/data/tiny", "my-project")
            continue
        words = ["P" if word == "land4" else word for word in words]
        small = ["--replications", "2"] if words[0] in ("simulate", "compare", "report") else []
        site = ["--site", "A"] if words[0] in ("require", "roster", "report") else []
        if words[:2] == ["roster", "solve"]:
            small = ["--replications", "2", "--seconds", "1"]
        assert enter(cli.app, [*words, *small, *site, "--workers", "1", "--quiet"]) == 0, words
        done.append(" ".join(words[:2]))
    assert {"check my-project", "roster solve", "roster export", "scenario list", "report my-project"} <= set(done)
