"""The same mistake is told once with a count, and a flood of alike ones is told in part."""

from model.files.codes import Code
from model.files.findings import SHOWN, Findings
from model.problems import Place


def test_one_typo_on_many_rows_is_told_once(bench):
    text = bench.text("demand.csv").replace("Hộ tịch", "Hộ tich")
    bench.write("demand.csv", text + "001,Hộ tich,1\n")
    problem = bench.only()
    assert (problem.code, problem.place.row, problem.count, problem.suggestion) == ("E211", 2, 3, "Hộ tịch")


def test_a_flood_of_a_kind_is_cut_short_and_counted():
    findings = Findings()
    for row in range(100):
        findings.add(Code.REFERENCE_UNKNOWN, Place("staff.csv", row, "site"), f"S{row}", None, table="sites")
    findings.add(Code.REFERENCE_UNKNOWN, Place("staff.csv", 3, "usual_shift"), "X", None, table="shifts")
    told = findings.problems
    assert len(told) == SHOWN + 1
    assert sum(one.count for one in told) == 101


def test_problems_come_by_file_and_warnings_do_not_fail():
    findings = Findings()
    findings.add(Code.OLD_ENCODING, Place("b.csv"))
    findings.add(Code.FILE_EMPTY, Place("a.csv"))
    assert findings.failed
    findings.add(Code.NO_DEMAND, Place("b.csv"))
    assert [one.place.file for one in findings.problems] == ["b.csv", "b.csv", "a.csv"]
    assert [one.code for one in findings.warnings] == ["W506"]


def test_warnings_alone_do_not_raise(bench):
    bench.edit("profile.csv", "0.6", "0.7")
    assert bench.read().demand.profile("dat_dai")[0].share == 0.7 / 1.1
