"""Small things that would otherwise pass without a word."""

import pytest


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("calendar.csv", "2026-1-10,holiday,,,,"),
        ("day_factors.csv", "MON,2"),
        ("profile.csv", "*,8:00,9:00,0"),
        ("demand.csv", "00001,Hộ tịch,1"),
        ("staff_skills.csv", "NV2,ho_tich,2,"),
    ],
)
def test_the_same_key_written_in_another_way_is_still_twice(bench, file, line):
    bench.append(file, line)
    assert "E210" in bench.codes()


def test_the_key_of_an_unreadable_row_counts_too(bench):
    bench.append("staff.csv", "NV1,Hoàng Văn Em,A,nhiều,HC,no")
    assert sorted(bench.codes()) == ["E202", "E210"]


def test_values_are_told_as_they_are_written(bench):
    bench.edit("channels.csv", "*,0.5", '*,"1,50"')
    assert bench.only().value == "1,50"
    bench.edit("channels.csv", '"1,50"', "0.5")
    bench.edit("motcua.yaml", "share: 0.9", "share: 90,5")
    bench.edit("motcua.yaml", "share: 90,5", 'share: "90,5"')
    assert bench.only().value == "90,5"


@pytest.mark.parametrize("name", ["scenario", "Scenarios", "senarios"])
def test_a_mistyped_folder_of_scenarios(bench, name):
    (bench.folder / "scenarios").rename(bench.folder / name)
    problem = bench.only()
    assert (problem.code, problem.value, problem.suggestion) == ("E114", name, "scenarios")


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("staf.csv", None),
        ("wish.csv", "wishes.csv"),
        ("roster2.csv", None),
        ("settings.yaml", None),
        ("staff.xlsx", None),
    ],
)
def test_files_that_look_like_input(bench, name, suggestion):
    if name == "wish.csv":
        bench.remove("wishes.csv")
    bench.write(name, "x\n")
    problem = bench.only()
    assert (problem.code, problem.place.file, problem.suggestion) == ("E114", name, suggestion)


@pytest.mark.parametrize("name", ["README.md", "notes.txt", ".hidden.csv", "~$staff.xlsx", "_old.csv", "report.xlsx"])
def test_files_that_do_not(bench, name):
    bench.write(name, "x\n")
    assert bench.codes() == []


def test_a_file_of_another_kind(bench):
    from model.files.read import read_workspace
    from model.problems import InputError

    bench.write("plan.ods", b"x")
    with pytest.raises(InputError) as caught:
        read_workspace(bench.folder / "plan.ods")
    assert caught.value.problems[0].code == "E113"


def test_many_broken_tables_hide_nothing_of_each_other(bench):
    bench.edit("demand.csv", "30.5", "ba mươi")
    bench.edit("staff.csv", "NV2,Trần Thị Bình,B", "NV2,Trần Thị Bình,X")
    bench.edit("minutes.csv", "*,guide,empirical", "*,guid,empirical")
    bench.edit("motcua.yaml", "seed: 7", "seed: -7")
    bench.edit("scenarios/S2.yaml", "factor: 1.1", "factor: x")
    assert sorted(bench.codes()) == ["E202", "E202", "E203", "E209", "E211"]


def test_a_remark_column_without_header_is_passed_over(bench):
    bench.write("leave.csv", "staff,from,to,kind,\nNV3,2026-11-26,2026-11-27,annual,xem công văn\n")
    assert bench.codes() == []


def test_optional_tables_may_be_absent_or_empty(bench):
    for name in ("limits", "leave", "wishes", "calendar", "catchment", "roster", "opening"):
        bench.remove(f"{name}.csv")
    assert bench.codes() == []
    bench.write("leave.csv", "staff,from,to,kind\n")
    assert bench.codes() == []
    assert bench.read().roster is None


def test_references_that_unfold_without_end_end(bench):
    """Nine references to nine references, nine times over, are hundreds of millions of words."""
    steps = [
        f"{name}: &{name} [{', '.join([f'*{above}'] * 9)}]" for above, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    bench.write("motcua.yaml", "\n".join(["a: &a [x, x, x, x, x, x, x, x, x]", *steps]).encode())
    assert "E109" in bench.codes()


def test_brackets_without_end(bench):
    bench.write("motcua.yaml", ("name: " + "[" * 1000 + "]" * 1000).encode())
    assert bench.codes() == ["E109"]


@pytest.mark.parametrize("week", ["9999-W52", "0001-W01", "0-W1"])
def test_a_week_of_a_year_that_nobody_plans(bench, week):
    bench.edit("motcua.yaml", "2026-W48", week)
    assert bench.codes() == ["E218"]


def test_a_table_without_rows_is_told_once_and_blames_nobody(bench):
    path = bench.folder / "staff.csv"
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert bench.codes() == ["E102"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("demand.csv", "00001,Hộ tịch,20", "00001,Hộ tịch,1e12"),
        ("minutes.csv", "lognormal,12", "lognormal,1e9"),
        ("minutes.csv", "2 3.5 8", "2 3.5 1e9"),
        ("minutes.csv", "10,20,45", "10,20,1e12"),
        ("channels.csv", "*,0.5,0.1", "*,0.5,1e9"),
        ("channels.csv", "-5,10", "-1e9,10"),
        ("day_factors.csv", "mon,1.2", "mon,1e9"),
        ("motcua.yaml", "busyness_cv: 0.05", "busyness_cv: 1e9"),
        ("motcua.yaml", "roster: {", "roster: {prices: {shortage: 1e30}, "),
        ("scenarios/S2.yaml", "factor: 1.1", "factor: 1e9"),
    ],
)
def test_a_number_that_no_machine_can_play(bench, file, old, new):
    bench.edit(file, old, new)
    assert bench.codes() == ["E203"]
