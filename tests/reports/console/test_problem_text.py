"""A problem in one line: code, place, sentence, remedy, and how often."""

from model.problems import Place, Problem, Severity
from reports.console.problem_text import line, lines, place_text, tally


def test_line_with_suggestion_and_count() -> None:
    problem = Problem("R605", Place("lich.xlsx", None, "Bảng!D6"), "X9", suggestion="X1", count=17)
    assert line(problem, "vi") == (
        'R605  lich.xlsx Bảng!D6  không có mã ca "X9"  → ý bạn là "X1"?  (17 dòng giống nhau)'
    )


def test_general_remedy_where_nothing_is_similar() -> None:
    text = line(Problem("R605", Place("lich.xlsx"), "X9"), "en")
    assert text.endswith("→ choose a code from the cell's list")


def test_unknown_code_shows_the_value() -> None:
    assert line(Problem("Z999", Place("a.csv", 3, "b"), "c"), "en") == "Z999  a.csv:3 column b  c"


def test_place() -> None:
    assert place_text(Problem("R605", Place("a.csv", 3)), "vi") == "a.csv:3"
    assert place_text(Problem("R605", Place("a.csv", 3, "x")), "vi") == "a.csv:3 cột x"


def test_errors_come_before_warnings() -> None:
    warning = Problem("R606", Place("a.csv"), severity=Severity.WARNING)
    error = Problem("R605", Place("b.csv"))
    assert [one[:4] for one in lines([warning, error], "en")] == ["R605", "R606"]
    assert tally([warning, error], "en") == "1 error(s), 1 warning(s) in 2 file(s)."
