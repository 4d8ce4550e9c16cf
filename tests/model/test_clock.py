import pytest

from model.clock import duration_text


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0 h"), (720, "12 h"), (450, "7 h 30"), (65, "1 h 05"), (2400, "40 h")]
)
def test_a_duration_is_not_written_like_a_time_of_day(minutes: int, text: str) -> None:
    assert duration_text(minutes) == text
