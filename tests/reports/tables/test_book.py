"""Every table of a report has rows, words in both languages, and rows as wide as its head."""

from dataclasses import replace

import pytest

from model.figures import Name
from reports.told import cited_figures, told
from reports.wording import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_is_filled_and_speaks_both_languages(instance, compared, planned, lang):
    tables = told(instance, compared, planned).tables
    assert len({table.key for table in tables}) == len(tables) >= 15
    for table in tables:
        assert table.rows
        assert table.caption.text(lang)
        assert 0 < len(table.sheet(lang)) <= 31
        assert table.sheet(lang) != table.key
        assert {len(row) for row in table.body(lang)} == {len(table.head(lang))}


def test_a_report_of_a_week_has_no_table_of_scenarios(instance, planned):
    keys = {table.key for table in told(instance, None, planned).tables}
    assert "roster" in keys
    assert not keys & {"comparison", "differences", "sites", "slots"}


def test_a_report_of_a_comparison_has_no_table_of_the_week(instance, compared):
    keys = {table.key for table in told(instance, compared, None).tables}
    assert "comparison" in keys
    assert not keys & {"week", "roster", "cover", "needs", "costs"}


def test_figures_name_their_workspace_where_a_report_rests_on_two(instance, compared, planned):
    one = cited_figures(instance, compared, planned)
    city = replace(instance, name=Name("Hà Nội", "Hanoi"), digest="sha256:city")
    two = cited_figures(city, compared, planned)
    assert (len(one), len(two)) == (3, 6)
    heads = [
        next(table for table in told(which, compared, planned).tables if table.key == "figures").head("vi")
        for which in (instance, city)
    ]
    assert "Bộ dữ liệu" not in heads[0]
    assert "Bộ dữ liệu" in heads[1]
