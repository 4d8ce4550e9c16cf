"""Charts: every letter has a glyph, numbers follow the language, the same data give the same bytes."""

import re
import warnings

import pytest

from reports.charts.build import cover_chart, heat_map, scenario_chart, wait_chart
from reports.charts.forecast import offered_staff
from reports.charts.render import png, svg
from reports.wording import LANGUAGES


@pytest.fixture(scope="module")
def charts(compared, planned):
    return [scenario_chart(compared), wait_chart(planned), cover_chart(planned), heat_map(planned)]


@pytest.fixture(scope="module")
def pictures(charts):
    """Return the pictures of all charts by language; no letter may be without a glyph while they are drawn."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return {lang: [svg(chart, lang) for chart in charts] for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_draw_without_a_missing_glyph(charts, pictures, lang):
    for chart, picture in zip(charts, pictures[lang], strict=True):
        assert picture.startswith("<svg")
        assert chart.caption.text(lang)
        assert chart.description.text(lang)


def test_every_vietnamese_letter_has_a_glyph_in_the_font_of_the_charts():
    from matplotlib.font_manager import FontProperties, findfont, get_font

    from reports.charts.style import RC

    letters = "ăâđêôơưĂÂĐÊÔƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA)) + "−±≤≥≈▲▼–…"
    known = get_font(findfont(FontProperties(family=RC["font.family"]))).get_charmap()
    assert [letter for letter in letters if ord(letter) not in known] == []


def test_an_svg_needs_nothing_from_outside_and_names_nothing_twice(pictures):
    drawn = pictures["vi"]
    for picture in drawn:
        assert "http" not in picture
        assert "xlink" not in picture
    names = [name for picture in drawn for name in set(re.findall(r'\bid="([^"]+)"', picture))]
    assert len(names) == len(set(names))
    for picture in drawn:
        assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', picture)) <= set(re.findall(r'\bid="([^"]+)"', picture))


def test_the_same_chart_gives_the_same_bytes(charts, pictures):
    assert png(charts[0], "vi", dpi=60) == png(charts[0], "vi", dpi=60)
    assert svg(charts[3], "vi") == pictures["vi"][3]


def test_numbers_have_a_decimal_comma_in_vietnamese(compared):
    from matplotlib.figure import Figure

    chart = scenario_chart(compared)
    shown = {}
    for lang in LANGUAGES:
        figure = Figure()
        chart.draw(figure, lang)
        shown[lang] = {text.get_text() for axes in figure.axes for text in axes.texts}
    assert "168,2" in shown["vi"]
    assert "168.2" in shown["en"]


def test_intervals_are_drawn_only_where_values_can_be(compared):
    from dataclasses import replace

    wide = compared.results[1].frames["total"].assign(low=-2.0, high=900.0)
    single = wide.assign(low=float("nan"), high=float("nan"))
    results = tuple(replace(compared.results[1], frames={"total": frame}) for frame in (wide, single))
    dots = scenario_chart(replace(compared, results=results)).dots
    assert (dots[0].late.low, dots[0].late.high, dots[0].wait.low) == (0.0, 1.0, 0.0)
    assert dots[1].wait.low == dots[1].wait.high == dots[1].wait.value


def test_lunch_is_a_gap_of_the_cover_chart(planned):
    day = cover_chart(planned).days[0]
    assert (day.edges[0], day.edges[-1]) == (480, 1020)
    at = day.edges.index(720)
    assert day.present[at] != day.present[at]
    assert day.edges[at + 1] == 780


def test_the_forecast_adds_up_to_the_day_s_work(instance, planned):
    day = planned.dates[0]
    slots = [slot for session in instance.opening("CN07", day) for slot in session.slots(30)]
    loads = offered_staff(instance, "CN07", day, slots)
    minutes = sum(load * slot.minutes for load, slot in zip(loads, slots, strict=True))
    assert minutes == pytest.approx(1.2 * 0.7 * (180 * 29 + 50 * 12))


def test_results_without_slots_have_no_chart(planned):
    from dataclasses import replace

    bare = replace(planned, before={"total": planned.before["total"]}, after={"total": planned.after["total"]})
    assert wait_chart(bare) is None
    assert heat_map(bare) is None
