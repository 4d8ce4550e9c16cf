"""The comparison says who needs how many, and 'no difference' where the interval holds zero."""

from dataclasses import replace

from reports.results import Needed
from reports.tables.scenarios import changes_table, comparison_table, differences_table


def test_the_comparison_has_a_row_a_scenario_and_the_staff_needed(compared):
    table = comparison_table(compared)
    rows = list(table.body("vi"))
    assert [row[0] for row in rows] == [one.name.vi for one in compared.results]
    assert rows[0][1:3] == ("677", "2.768")
    assert rows[1][3] == "168,2\u00a0±\u00a05,6"
    assert rows[1][-1] == "702"
    assert rows[0][-1] == "–"


def test_sites_that_cannot_keep_the_promise_get_a_column(compared):
    broken = replace(compared.results[1], needed=Needed(900, beyond=4))
    table = comparison_table(replace(compared, results=(compared.results[0], broken)))
    assert table.head("vi")[-2:] == ("Nhân sự cần", "Điểm chưa đạt")
    assert list(table.body("vi"))[1][-2:] == ("900", "4")


def test_without_a_search_there_is_no_column_of_staff_needed(compared):
    bare = replace(compared, results=tuple(replace(one, needed=None) for one in compared.results))
    assert "Nhân sự cần" not in comparison_table(bare).head("vi")


def test_the_base_has_no_differences_and_equal_scenarios_say_so(compared):
    table = changes_table(compared)
    assert table is not None
    rows = {row[0]: row[1:] for row in table.body("vi")}
    assert compared.results[0].name.vi not in rows
    assert rows["126 điểm xã, phường và 30 điểm"][0].startswith("≈\u00a0không\u00a0khác\u00a0biệt")
    assert rows["Đề án 2024: 30 chi nhánh, một cấp"][0].endswith("xấu\u00a0hơn")


def test_a_base_alone_has_no_table_of_differences(compared):
    alone = replace(compared, results=compared.results[:1])
    assert changes_table(alone) is None
    assert differences_table(alone) is None


def test_the_verdict_knows_which_direction_is_better(compared):
    table = differences_table(compared)
    assert table is not None
    verdicts = {(row[0], row[1]): row[3] for row in table.body("en")}
    assert verdicts["The Project: 30 branches", "Mean wait (min)"] == "worse"
    assert verdicts["The Project: 30 branches", "Share waiting at most 15 minutes"] == "worse"
    assert verdicts["The Project: 30 branches", "Utilisation"] == "more"
    assert verdicts["126 commune points, 30 points", "Mean wait (min)"] == "no difference"
