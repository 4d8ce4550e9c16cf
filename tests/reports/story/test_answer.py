"""The answer in plain words."""

from dataclasses import replace

import pytest

from model.figures import Figure, Label, Name
from model.services import Target
from reports.phrase import Amount, said
from reports.results import Needed
from reports.story.answer import answer_part, hundred
from reports.tables.figures import Cited


def _lines(part, lang="vi"):
    return [block.phrase.text(lang) for block in part.blocks]


def test_the_answer_says_staff_late_citizens_and_staff_needed(compared):
    lines = _lines(answer_part(compared, None))
    assert lines[0] == (
        "Trong 100 người dân, số người phải chờ quá 15 phút hoặc không được gọi: ít nhất là 4 (Hiện trạng 2024: phân "
        "tán ba cấp), nhiều nhất là 92 (Đề án 2024: 30 chi nhánh, một cấp)."
    )
    assert lines[2] == (
        "Đề án 2024: 30 chi nhánh, một cấp: với 184 nhân sự tại 30 điểm, trong 100 người dân có 92 người chờ quá "
        "15 phút hoặc không được gọi; thời gian chờ trung bình của người được gọi là 168,2 phút. "
        "Để mọi điểm giữ cam kết 90% được gọi trong 15 phút cần "
        "702 nhân sự, thêm 518 người."
    )
    assert "Chưa tìm số nhân sự" in lines[1]
    assert "với 811 nhân sự" in lines[4]


@pytest.mark.parametrize(
    ("needed", "words"),
    [
        (Needed(184), "also the least staff"),
        (Needed(150), "with 150 staff."),
        (Needed(184, short=3), "with 184 staff if they are shared out anew (sites now short of people or counters: 3)"),
        (Needed(150, short=3), "with 150 staff if they are shared out anew"),
        (Needed(200, short=3), "needs 200 staff, 16 more"),
        (Needed(900, beyond=4), "still broken (sites: 4)"),
        (None, "not searched"),
    ],
)
def test_each_outcome_of_the_search_has_its_words(compared, needed, words):
    one = replace(compared.results[1], needed=needed)
    assert words in _lines(answer_part(replace(compared, results=(one,)), None), "en")[0]


def test_dossiers_that_nobody_serves_are_told(compared):
    lost = replace(compared.results[1], stranded=120.0)
    lines = _lines(answer_part(replace(compared, results=(lost,)), None))
    assert any("120 hồ sơ mỗi ngày không có điểm nào tiếp nhận" in line for line in lines)


def test_another_promise_uses_its_own_minutes(compared):
    relaxed = replace(compared, target=Target(0.8, 30))
    lines = _lines(answer_part(relaxed, None))
    assert "có 82 người chờ quá 30 phút" in lines[2]


def test_a_tiny_share_is_not_said_to_be_nobody():
    assert said(hundred(0.003), "vi") == "chưa đến 1"
    assert hundred(0.0) == Amount(0.0)


def test_the_week_says_before_after_and_whether_it_is_lawful(planned):
    lines = _lines(answer_part(None, planned))
    assert "trung bình là 23,4 phút với ca thường lệ và 11,8 phút với lịch trực mới" in lines[0]
    assert "không vi phạm" in lines[1]
    broken = _lines(answer_part(None, replace(planned, breaches=2)))
    assert "còn 2 chỗ vi phạm" in broken[1]


def test_a_week_without_a_clear_change_says_so(planned):
    same = planned.changes["total"].assign(low=-1.0, high=1.0)
    assert "không khác biệt rõ rệt" in _lines(answer_part(None, replace(planned, changes={"total": same})))[0]


def test_nothing_to_tell_is_no_part():
    assert answer_part(None, None) is None


def test_the_answer_ends_with_how_sure_the_input_is(compared):
    name = Name("Thành phố", "City")
    cited = (
        Cited(name, Figure("demand", Label.ASSUMPTION, "chosen", 3)),
        Cited(name, Figure("units", Label.SOURCED, "census", 1)),
    )
    assert "4 dòng, trong đó 3 dòng (75%) là giả định" in _lines(answer_part(compared, None, cited))[-1]
    assert "giả định" not in _lines(answer_part(compared, None))[-1]
