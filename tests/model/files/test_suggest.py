"""The nearest known word, blind to accents, case and lost zeros."""

import pytest

from model.files.suggest import folded, nearest

KNOWN = ("Hộ tịch", "Đất đai", "Chứng thực", "00001", "00012", "CN01", "CN02")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Hộ tich", "Hộ tịch"),
        ("ho tich", "Hộ tịch"),
        ("HO TICH", "Hộ tịch"),
        ("dat dai", "Đất đai"),
        ("Chứng thưc", "Chứng thực"),
        ("1", "00001"),
        ("12", "00012"),
        ("CN1", "CN01"),
        ("CN-02", "CN02"),
        ("kiểm lâm", None),
        ("99", None),
        ("", None),
    ],
)
def test_nearest(text, meant):
    assert nearest(text, KNOWN) == meant


def test_among_equals_the_accents_decide():
    assert nearest("thuế", ("thuê", "thuế đất", "thuế")) == "thuế"
    assert nearest("thuê nhà", ("thuế nhà", "thuê nhà A")) == "thuế nhà"


def test_nothing_to_choose_from():
    assert nearest("x", ()) is None


def test_folded():
    assert folded("Đăng ký HỘ tịch") == "dang ky ho tich"
