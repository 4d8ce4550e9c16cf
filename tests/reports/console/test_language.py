"""The language is known before anything is parsed."""

import pytest

from reports.console.language import option_value, peek


@pytest.mark.parametrize(
    ("argv", "environ", "expected"),
    [
        ([], {}, "vi"),
        (["--lang", "en"], {}, "en"),
        (["check", "--lang=en"], {"MOTCUA_LANG": "vi"}, "en"),
        (["--lang", "fr"], {"MOTCUA_LANG": "EN_US"}, "en"),
        (["--lang"], {"MOTCUA_LANG": "fr"}, "vi"),
        (["--lang", "en", "--lang", "vi"], {}, "vi"),
    ],
)
def test_peek(argv: list[str], environ: dict[str, str], expected: str) -> None:
    assert peek(argv, environ) == expected


def test_option_value() -> None:
    assert option_value(["a", "--format", "json"], "--format") == "json"
    assert option_value(["a", "--formats", "json"], "--format") is None
