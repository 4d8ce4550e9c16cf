"""The day's picture is drawn in both languages, with six colours and with an empty queue."""

import pytest

from model.figures import Name
from reports.charts.day import DayChart
from reports.charts.render import png, svg
from reports.phrase import Phrase

TITLE = Phrase("trace.picture.title", {"site": "Chi nhánh số 7", "day": "23/11/2026", "replication": "0"})
FULL = DayChart(
    TITLE,
    (480.0, 500.0, 540.0),
    tuple((Name(f"Thủ tục {at}", f"Service {at}"), (at, 1, 0)) for at in range(6)),
    (3, 2, 0),
    (1, 2, 0),
)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_is_drawn_and_told(lang: str) -> None:
    assert png(FULL, lang, 60).startswith(b"\x89PNG")
    assert "Chi nhánh số 7" in FULL.caption.text(lang)
    assert "15" in FULL.description.text(lang) and "3" in FULL.description.text(lang)


def test_the_same_bytes_every_time() -> None:
    assert svg(FULL, "vi") == svg(FULL, "vi")


def test_a_day_without_a_queue_or_anybody() -> None:
    assert png(DayChart(TITLE, (), (), (), ()), "en", 60).startswith(b"\x89PNG")
    assert png(DayChart(TITLE, (480.0, 500.0), (), (1, 0), (0, 0)), "en", 60).startswith(b"\x89PNG")
