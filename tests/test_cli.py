"""The command line's frame: help without heavy imports, both languages, usage errors, JSON, version, doctor."""

import errno
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import cli
from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.entry import enter
from reports.console.screen import show
from reports.wording import LANGUAGES, catalogue

HEAVY = ("pandas", "numpy", "ortools", "numba", "matplotlib", "scipy", "docx", "altair", "pydantic", "openpyxl")
COMMANDS = ("demo", "init", "template", "schema", "check", "simulate", "require", "compare", "report", "explain",
            "doctor", "roster", "scenario")  # fmt: skip
ROOT = Path(cli.__file__).parent


def motcua(*argv: object) -> int:
    return enter(cli.app, [str(one) for one in argv])


@pytest.fixture(autouse=True)
def vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTCUA_LANG", raising=False)
    monkeypatch.delenv("MOTCUA_DEBUG", raising=False)


def test_help_imports_nothing_heavy() -> None:
    """Every start pays for what help imports, so help may import nothing big."""
    code = (
        "import sys, cli\n"
        "from reports.console.entry import enter\n"
        "assert enter(cli.app, ['--help']) == 0\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("--help") == 0
    text = capsys.readouterr().out
    assert all(f"\n  {name} " in text for name in COMMANDS)
    assert "Các lệnh:" in text and "Mã thoát:" in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", [*COMMANDS[:-2], "roster solve", "roster check", "roster repair",
                                     "roster explain", "roster export", "roster import", "roster diff",
                                     "scenario list"])  # fmt: skip
def test_every_command_has_help_in_both_languages(command: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua(*command.split(), "--lang", lang, "--help") == 0
    text = capsys.readouterr().out
    assert text.startswith(f"{'Usage' if lang == 'en' else 'Cách dùng'}: motcua {command}")
    assert all(f"--{option}" in text for option in ("lang", "format", "seed", "workers", "quiet"))


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("simualte",), ("Không có lệnh", "simulate")),
        (("check",), ("Thiếu WS",)),
        (("check", "a", "b"), ("Thừa tham số: b",)),
        (("check", "a", "--sed", "1"), ("Không có tùy chọn --sed", "--seed")),
        (("check", "a", "--seed", "x"), ("--seed", "số nguyên")),
        (("check", "a", "--lang", "fr"), ("--lang", "vi, en")),
        (("simulate", "a", "--replications", "1"), ("--replications", "số nguyên")),
        (("simulate", "a", "--fail-below", "120"), ("--fail-below", "số")),
        (("explain", "E999"), ("E999",)),
    ],
)
def test_wrong_use_is_told_in_our_words(
    argv: tuple[str, ...], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua(*argv) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert all(word in captured.err for word in words)
    assert "Xem cách dùng: motcua" in captured.err
    assert not any(english in captured.err for english in ("Missing", "No such", "Invalid", "Error"))


def test_no_command_shows_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua() == 2
    assert "Các lệnh:" in capsys.readouterr().err
    assert motcua("roster", "--lang", "en") == 2
    assert "Commands:" in capsys.readouterr().err


def test_language_by_option_and_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MOTCUA_LANG", "en_GB.UTF-8")
    assert motcua("nothing") == 2
    assert "There is no command" in capsys.readouterr().err
    assert motcua("nothing", "--lang=vi") == 2
    assert "Không có lệnh" in capsys.readouterr().err


def test_usage_error_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("check", "--format", "json", "--lang", "en") == 2
    body = json.loads(capsys.readouterr().out)
    assert (body["command"], body["ok"], body["exit"]) == ("check", False, 2)
    assert body["problems"][0]["code"] == "usage"
    assert body["problems"][0]["message"] == "WS is missing."


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert motcua("--version") == 0
    assert capsys.readouterr().out == f"motcua {version}\n"


def test_doctor_is_content_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("doctor", "--format", "json") == 0
    body = json.loads(capsys.readouterr().out)
    assert list(body) == ["motcua", "command", "ok", "exit", "problems", "files", "next", "result"]
    assert body["result"]["faults"] == []
    assert body["next"] == ["motcua demo"]


def test_schema_is_json_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert motcua("schema") == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


def test_explain_input_roster_and_rule_codes(capsys: pytest.CaptureFixture[str]) -> None:
    for code in ("E205", "e205", "R605", "weekly_rest"):
        assert motcua("explain", code, "--lang", "en") == 0
        text = capsys.readouterr().out
        assert text.lower().startswith(code.lower())
        assert "{" not in text


def test_fault_of_ours_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("reports.console.commands.doctor.doctor", broken)
    assert motcua("doctor", "--format", "json") == 1
    captured = capsys.readouterr()
    assert "ZeroDivisionError: on purpose" in captured.err and "Traceback" not in captured.err
    assert json.loads(captured.out)["exit"] == 1
    monkeypatch.setenv("MOTCUA_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        motcua("doctor")


def test_interrupt_before_anything_is_done(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reports.console.commands.doctor.doctor", stopped)
    assert motcua("doctor") == 130
    assert "dừng" in capsys.readouterr().err


def test_another_package_of_the_same_name_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reports.console.entry.strangers", lambda: ("model (/elsewhere)",))
    assert motcua("doctor") == 1
    assert "model (/elsewhere)" in capsys.readouterr().err


def test_console_in_another_code_page_does_not_crash() -> None:
    """A Windows console in cp1252 would stop at the first Vietnamese letter."""
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "MOTCUA_LANG": "vi"}
    command = [sys.executable, "-c", "import sys, cli; sys.argv[1:] = ['--help']; sys.exit(cli.main())"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0
    assert "người dân" in done.stdout.decode("utf-8")


def test_every_option_and_command_has_words_in_both_languages() -> None:
    keys = {lang: {key for key in catalogue(lang) if key.startswith(("cli.", "roster."))} for lang in LANGUAGES}
    assert keys["vi"] == keys["en"]


def test_a_reader_who_has_seen_enough_is_no_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    argv = [sys.executable, "-c", "import sys, cli; sys.exit(cli.main())", "schema"]
    found = subprocess.run(argv, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (found.returncode, found.stderr) == (0, "")


def test_an_output_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full:
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("sys.stdout", Full())
    monkeypatch.setattr("reports.console.screen._drop_output", lambda: None)
    assert show(Call("check"), Answer(lines=("x",))) == 1
    assert "ổ đĩa đã đầy" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "options", "text"),
    [("vi", ("--replications", "1"), "số nguyên ≥ 2."), ("en", ("--fail-below", "nan"), "A number ≥ 0, ≤ 100 is")],
)
def test_the_range_of_a_number_is_said(
    lang: str, options: tuple[str, ...], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert motcua("simulate", "x", *options, "--lang", lang) == 2
    assert text in capsys.readouterr().err


def test_a_file_in_the_way_of_a_folder_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tep").write_text("x", "utf-8")
    assert motcua("init", tmp_path / "tep" / "du-an", "--format", "json") == 1
    captured = capsys.readouterr()
    message = json.loads(captured.out)["result"]["message"]
    assert "có tệp nằm ở chỗ của thư mục" in message and message in captured.err
