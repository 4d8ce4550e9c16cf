"""Numbers with a point or a comma, and those that can be read in two ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

CASES = {
    "30.5": 30.5,
    "30,5": 30.5,
    "0,125": 0.125,
    "1.234.567": 1234567,
    "1,234,567": 1234567,
    "1.234,5": 1234.5,
    "1,234.5": 1234.5,
    "12 %": 0.12,
    "12,5%": 0.125,
    "1e3": 1000,
    "007": 7,
}


def set_demand(bench, text):
    bench.edit("demand.csv", "30.5", f'"{text}"')


@pytest.mark.parametrize("text", CASES)
def test_what_can_be_read_in_one_way(bench, text):
    set_demand(bench, text)
    assert bench.codes() == []
    assert bench.read().demand.rows[1].dossiers_per_day == pytest.approx(CASES[text])


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1.2.3", "1,2,3", "12.34,5", "--1", "1-2", "12 km", "½", "."])
def test_what_is_no_number(bench, text):
    set_demand(bench, text)
    assert bench.codes() == ["E202"]


def test_the_layout_decides_when_no_number_does(bench):
    bench.write("demand.csv", "unit,service,dossiers_per_day\n00001,dat_dai,1.234\n")
    assert bench.read().demand.rows[0].dossiers_per_day == 1.234
    bench.write("demand.csv", "unit;service;dossiers_per_day\n00001;dat_dai;1.234\n")
    problem = bench.only()
    assert (problem.code, problem.value, problem.suggestion) == ("E206", "1.234", "1234")


@pytest.mark.parametrize(
    ("neighbour", "text", "value"),
    [("0,5", "1,234", 1.234), ("0.5", "1.234", 1.234), ("0,5", "1.234", None), ("0.5", "1,234", None)],
)
def test_the_other_numbers_of_the_table_decide(bench, neighbour, text, value):
    bench.write("demand.csv", f"unit;service;dossiers_per_day\n00001;dat_dai;{text}\n00002;dat_dai;{neighbour}\n")
    if value is None:
        assert bench.codes() == ["E206"]
    else:
        assert bench.read().demand.rows[0].dossiers_per_day == value


def test_ids_with_points_do_not_decide(bench):
    bench.edit("units.csv", "00002,", "1.5,")
    for file in ("demand.csv", "sites.csv", "catchment.csv", "scenarios/S2_catchment.csv"):
        bench.write(file, bench.text(file).replace("00002", "1.5"))
    text = bench.text("demand.csv").replace("30.5", "1.234").replace("0.25", "2").replace(",", ";")
    bench.write("demand.csv", text)
    assert bench.codes() == ["E206"]


@given(st.floats(min_value=0, max_value=1e6, allow_nan=False))
def test_every_float_comes_back_through_point_and_comma(value):
    from model.files.numbers import DecimalMark, _number

    text = f"{value:.6f}"
    for mark, written in ((".", text), (",", text.replace(".", ","))):
        info = type("Info", (), {"context": DecimalMark(mark)})
        assert _number(written, info) == float(text)


@pytest.mark.parametrize(
    ("file", "old", "new", "allowed"),
    [
        ("services.csv", "0.05", "1.05", "≥ 0, ≤ 1"),
        ("services.csv", "0.8,30", "0,30", "> 0, ≤ 1"),
        ("minutes.csv", "deterministic,3", "deterministic,0", "> 0, ≤ 10000"),
        ("minutes.csv", "2 3.5 8", "2 -3.5 8", "≥ 0, ≤ 10000"),
        ("units.csv", "21.03", "121.03", "≥ -90, ≤ 90"),
        ("staff.csv", "NV4,Phạm Thị Dung,C,20", "NV4,Phạm Thị Dung,C,200", "> 0, ≤ 168"),
        ("staff_skills.csv", "0.8,2", "0.8,0", "≥ 1, ≤ 1000000"),
        ("motcua.yaml", "share: 0.9", "share: 90", "> 0, ≤ 1"),
        ("motcua.yaml", "replications: 5", "replications: 0", "≥ 1, ≤ 1000000"),
        ("scenarios/S2.yaml", "each: 6", "each: 0", "≥ 1, ≤ 10000"),
        ("scenarios/S2.yaml", "factor: 1.1", "factor: -1", "≥ 0, ≤ 1000"),
    ],
)
def test_the_range_is_told(bench, file, old, new, allowed):
    bench.edit(file, old, new)
    problem = bench.only()
    assert (problem.code, problem.facts["range"]) == ("E203", allowed)
