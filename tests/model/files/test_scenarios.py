"""Scenarios are read on the stage their base leaves behind."""

import pytest

from model.merger import Attend, AttendRule, Merge

S1, S2 = "scenarios/S1.yaml", "scenarios/S2.yaml"


def scenario(bench, changes, base="base"):
    bench.write("scenarios/S3.yaml", f"id: S3\nname: {{vi: Thử}}\nbase: {base}\nchanges:\n{changes}\n")


def test_the_order_of_files_does_not_matter(bench):
    bench.write("scenarios/A0.yaml", "id: A0\nname: {vi: Dựa vào S2}\nbase: S2\nchanges:\n  - offer: {sites: [N1]}\n")
    assert list(bench.read().scenarios) == ["A0", "S1", "S2"]


def test_a_scenario_without_changes_is_the_workspace_under_another_name(bench):
    bench.write("scenarios/S0.yaml", "id: S0\nname: {vi: Hiện trạng}\n")
    assert bench.read().scenarios["S0"].changes == ()


def test_a_merged_site_may_be_merged_on(bench):
    scenario(
        bench,
        "  - merge: {into: {site: B}, sites: [A]}\n"
        "  - merge: {into: {site: X, name: Mới, lat: 21, lon: 105}, sites: [B]}",
    )
    first, second = bench.read().scenarios["S3"].changes
    assert isinstance(first, Merge) and isinstance(second, Merge)
    assert (first.sites, second.sites, second.into.id) == (("A",), ("B",), "X")


def test_a_receiving_site_may_be_described_anew(bench):
    scenario(bench, "  - merge: {into: {site: C, name: Trụ sở mới, lat: 21.1}, sites: [A]}")
    into = bench.read().scenarios["S3"].changes[0].into
    assert (into.name, into.lat, into.lon) == ("Trụ sở mới", 21.1, 105.83)


def test_a_site_opened_again_under_its_old_id(bench):
    scenario(
        bench, "  - close_sites: {sites: [A]}\n  - open_site: {site: A, name: Lại, lat: 21, lon: 105, counters: 1}"
    )
    assert bench.codes() == []


def test_closing_from_a_table(bench):
    bench.write("scenarios/S3_close.csv", "site\nA\nZ\n")
    scenario(bench, "  - close_sites: {file: S3_close.csv}")
    problem = bench.only()
    assert (problem.code, str(problem.place)) == ("E404", "scenarios/S3_close.csv:3:site")


@pytest.mark.parametrize(
    ("changes", "code", "value", "suggestion"),
    [
        ("  - offer: {services: [dat_dia]}", "E404", "dat_dia", "dat_dai"),
        ("  - offer: {services: ['level:comune']}", "E404", "level:comune", "level:commune"),
        ("  - set_staff: {total: 3, usual_shift: HCC}", "E404", "HCC", "HC"),
        ("  - open_site: {site: X, name: x, unit: '0001', lat: 1, lon: 1, counters: 1}", "E404", "0001", "00001"),
        ("  - merge_table: {file: S2_merg.csv}", "E101", "S2_merg.csv", "s2_merge.csv"),
        ("  - set_staff: {total: 3, each: 2}", "E221", "", None),
        ("  - set_staff: {}", "E221", "", None),
        ("  - close_sites: {}", "E221", "", None),
        ("  - open_site: {site: A, name: x, lat: 1, lon: 1, counters: 1}", "E408", "A", None),
        ("  - merge: {into: {site: C}, sites: []}", "E219", "", None),
        ("  - merge: {into: C, sites: [A]}", "E219", "C", None),
        ("  - offr: {sites: [A]}", "E103", "offr", "offer"),
        ("  - offer: {sites: [A]}\n    attend: {rule: nearest}", "E405", "offer, attend", None),
        ("  - attend: {rule: nearst}", "E209", "nearst", "nearest"),
    ],
)
def test_what_is_wrong_in_a_change(bench, changes, code, value, suggestion):
    scenario(bench, changes)
    problem = bench.only()
    assert (problem.code, problem.value, problem.suggestion) == (code, value, suggestion)
    assert problem.place.file == "scenarios/S3.yaml"


def test_a_site_that_an_earlier_scenario_merged_away_is_gone(bench):
    scenario(bench, "  - merge: {into: {site: C}, sites: [A]}", base="S1")
    problem = bench.only()
    assert (problem.code, problem.value, problem.facts["scenario"]) == ("E406", "A", "S1")


def test_one_desk_in_two_rows_of_a_table(bench):
    bench.append("scenarios/S2_merge.csv", "P1,C,,,,")
    assert set(bench.codes()) == {"E403", "E406"}
    bench.write(
        "scenarios/S2_merge.csv", "site,into,into_name,into_lat,into_lon\nP1,N1,Mới,21,105\nP1,N2,Khác,21,105\n"
    )
    bench.edit("scenarios/S2_catchment.csv", "N1", "C")
    problem = bench.only()
    assert (problem.code, str(problem.place)) == ("E403", "scenarios/S2_merge.csv:3:site")


def test_a_missing_table_brings_on_no_unknown_sites(bench):
    bench.remove("scenarios/S2_merge.csv")
    problem = bench.only()
    assert (problem.code, problem.place.file, problem.value) == ("E101", S2, "S2_merge.csv")


def test_a_broken_base_brings_on_no_unknown_sites(bench):
    bench.edit(S1, "merge:", "merg:")
    assert bench.codes() == ["E103"]


def test_a_broken_site_table_brings_on_no_unknown_sites(bench):
    bench.remove("sites.csv")
    assert bench.codes() == ["E101"]


def test_a_table_no_scenario_names_is_reported(bench):
    bench.write("scenarios/S9_merge.csv", "site,into\nA,C\n")
    assert (bench.only().code, bench.only().place.file) == ("E114", "scenarios/S9_merge.csv")


def test_a_circle_is_told_once(bench):
    bench.edit(S1, "label:", "base: S2\nlabel:")
    assert bench.only().facts["circle"] == "S1 → S2 → S1"


def test_base_is_no_id(bench):
    bench.write("scenarios/S3.yaml", "id: base\nname: {vi: Thử}\n")
    assert bench.only().code == "E407"


def test_selectors_that_mean_all_services_are_written_as_none(bench):
    scenario(bench, "  - attend: {rule: nearest, services: ['level:commune', 'level:district']}")
    assert bench.read().scenarios["S3"].changes == (Attend(AttendRule.NEAREST, (), None),)


@pytest.mark.parametrize(
    "text", ["- a\n- b\n", "just words\n", "a: [1, 2\n", "\tid: x\n", "a: &x [*x]\n", "---\na: 1\n---\nb: 2\n"]
)
def test_yaml_of_any_shape_is_reported_not_raised(bench, text):
    bench.write("scenarios/S3.yaml", text)
    assert all(one.place.file == "scenarios/S3.yaml" for one in bench.problems())
    assert bench.codes()
