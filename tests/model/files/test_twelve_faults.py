"""Twelve planted faults of twelve kinds are told in one go, each with its place and what to do about it."""

import pytest

from model.problems import InputError, Severity
from reports.wording import LANGUAGES, say

SECOND_MERGER = "  - merge: {into: {site: B}, sites: [A]}"
FOREIGN = "\xb8\x8f"
PLANTED = {
    "unknown column": ("E104", "services.csv", 1, "prioriti_share", "priority_share"),
    "unknown skill": ("E211", "staff_skills.csv", 3, "skill", "dat_dai"),
    "negative minutes": ("E203", "minutes.csv", 3, "mean", None),
    "overlapping shifts": ("E304", "roster.csv", 6, "shift", None),
    "a site without counters": ("E301", "sites.csv", 5, "site", None),
    "an unknown unit in a merger": ("E211", "scenarios/S2_merge.csv", 2, "into_unit", None),
    "Vietnamese typo": ("E211", "demand.csv", 2, "service", "Hộ tịch"),
    "ambiguous date": ("E205", "leave.csv", 2, "from", "2026-12-02"),
    "duplicate id": ("E210", "staff.csv", 6, "staff", None),
    "one desk merged into two sites": ("E403", "scenarios/S1.yaml", 7, str(SECOND_MERGER.index("[A") + 2), None),
    "missing file": ("E101", "channels.csv", None, None, None),
    "wrong encoding": ("E106", "wishes.csv", None, None, None),
}


@pytest.fixture
def spoilt(bench):
    bench.edit("services.csv", "priority_share", "prioriti_share")
    bench.edit("staff_skills.csv", "NV1,dat_dai", "NV1,đất_đai")
    bench.edit("minutes.csv", "*,collect,deterministic,3", "*,collect,deterministic,-3")
    bench.append("roster.csv", "2026-11-23,NV3,HC,")
    bench.append("sites.csv", "D,Điểm D,,21.0,105.8")
    bench.edit("scenarios/S2_merge.csv", "N1,Nơi mới,001", "N1,Nơi mới,999")
    bench.edit("demand.csv", "00001,Hộ tịch", "00001,Hộ tich")
    bench.edit("leave.csv", "2026-11-26,", "02/12/2026,")
    bench.append("staff.csv", "NV1,Hoàng Văn Em,A,40,HC,no")
    bench.edit("scenarios/S1.yaml", "sites: [A, B]", "sites: [A]")
    bench.edit("scenarios/S1.yaml", "  - offer:", f"{SECOND_MERGER}\n  - offer:")
    bench.remove("channels.csv")
    bench.write("wishes.csv", "staff,date,shift\nNV1,2026-11-23,ngh\u00fe".encode("latin-1") + b"\xb8\x8f\n")
    return bench


def test_all_twelve_are_told_at_once(spoilt):
    with pytest.raises(InputError) as caught:
        spoilt.read()
    found = {
        (one.code, one.place.file, one.place.row, one.place.column, one.suggestion) for one in caught.value.problems
    }
    missing = {name: planted for name, planted in PLANTED.items() if planted not in found}
    assert not missing, sorted(map(str, found))


def test_nothing_else_is_told(spoilt):
    assert len([one for one in spoilt.problems() if one.severity is Severity.ERROR]) == len(PLANTED)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_has_a_sentence_and_a_remedy(spoilt, lang):
    for one in spoilt.problems():
        for part in ("message", "remedy"):
            sentence = say(lang, f"problems.{one.code}.{part}", value=one.value, **one.facts)
            assert sentence and "{" not in sentence


def test_all_twelve_are_gone_when_mended(bench):
    assert bench.problems() == ()


@pytest.mark.parametrize("name", ["units.csv", "staff.csv", "sites.csv", "shifts.csv"])
def test_a_table_in_an_unknown_encoding_hides_no_other_fault(spoilt, name):
    """Its plain letters are read on: ids, numbers and dates are hardly ever written with accents."""
    path = spoilt.folder / name
    path.write_bytes("".join(one if one.isascii() else FOREIGN for one in path.read_text("utf-8")).encode("latin-1"))
    found = {(one.code, one.place.file, one.place.row, one.place.column) for one in spoilt.problems()}
    wanted = {planted[:4] for planted in PLANTED.values()} | {("E106", name, None, None)}
    assert not wanted - found, sorted(map(str, found))
    assert len(found) == len(wanted)


def test_a_fault_among_the_counters_hides_no_site_without_any(bench):
    bench.append("counters.csv", "A1,A,*")
    bench.append("sites.csv", "D,Điểm D,,21.0,105.8")
    assert sorted(bench.codes()) == ["E210", "E301"]


def test_a_counter_at_a_mistyped_site_does_not_leave_a_site_without(bench):
    bench.append("counters.csv", "D1,Đ,*")
    bench.append("sites.csv", "D,Điểm D,,21.0,105.8")
    assert bench.codes() == ["E211"]


def test_a_fault_among_the_skills_hides_nobody_without_any(bench):
    bench.append("staff_skills.csv", "NV1,ho_tichh,,")
    bench.append("staff.csv", "NV9,Hoàng Văn Em,A,40,HC,no")
    assert sorted(bench.codes()) == ["E211", "E220"]


def test_ids_in_an_unknown_encoding_are_nobodys_fault(bench):
    path = bench.folder / "services.csv"
    path.write_bytes("".join(one if one.isascii() else FOREIGN for one in path.read_text("utf-8")).encode("latin-1"))
    assert bench.codes() == ["E106"]
