"""The same table in every encoding and layout that Excel on a Vietnamese Windows writes gives the same instance."""

import csv
import dataclasses
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.files.csv_text import read_csv
from model.files.decoding import UndecodableError, decode
from model.files.findings import Findings

VIETNAMESE = "Hộ tịch, Đất đai, Chứng thực: ƯỚC LƯỢNG quỹ đạo, thưởng ngoạn"
LETTERS = st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ")
MARKS = st.sampled_from(["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"])
VOWELS = st.sampled_from("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
SYLLABLE = st.builds(
    lambda start, vowel, mark: start + unicodedata.normalize("NFC", vowel + mark), LETTERS, VOWELS, MARKS
)
WORDS = st.lists(SYLLABLE, min_size=1, max_size=6).map("".join)


def cp1258(text: str) -> bytes:
    """Encode as Windows does: base letter with its hat, then the tone as a mark of its own."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323"), "")
        out.append(unicodedata.normalize("NFC", parts.replace(tone, "", 1) if tone else parts) + tone)
    return "".join(out).encode("cp1258")


WAYS = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 big endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16 without BOM": lambda text: text.encode("utf-16-le"),
    "cp1258": cp1258,
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
    "windows lines": lambda text: text.replace("\n", "\r\n").encode(),
    "old mac lines": lambda text: text.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_whole_workspace_reads_the_same(bench, way):
    wanted = dataclasses.replace(bench.read(), digest="")
    for path in sorted(bench.folder.glob("*.csv")):
        path.write_bytes(WAYS[way](path.read_text(encoding="utf-8")))
    assert [code for code in bench.codes() if code != "W506"] == []
    assert dataclasses.replace(bench.read(), digest="") == wanted


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("excel_line", [False, True])
def test_semicolons_tabs_and_decimal_commas_read_the_same(bench, delimiter, excel_line):
    wanted = dataclasses.replace(bench.read(), digest="")
    for path in sorted(bench.folder.glob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
        out = io.StringIO()
        if excel_line:
            out.write(f"sep={delimiter}\n")
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerows([with_comma(cell) for cell in row] for row in rows)
        path.write_bytes(out.getvalue().encode("utf-8-sig"))
    assert bench.codes() == []
    assert dataclasses.replace(bench.read(), digest="") == wanted


def with_comma(cell: str) -> str:
    return cell.replace(".", ",") if cell.replace(".", "", 1).isdecimal() else cell


@given(WORDS)
def test_cp1258_comes_back(text):
    assert decode(cp1258(text))[0] == unicodedata.normalize("NFC", text)


@given(WORDS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_unicode_comes_back_composed(text, encoding):
    assert decode(unicodedata.normalize("NFD", text).encode(encoding))[0] == text


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    """Whatever the bytes, the reader answers with a table or a finding and never breaks down."""
    findings = Findings()
    table = read_csv("x", "x.csv", data, findings)
    assert table is not None or findings.failed


@pytest.mark.parametrize("data", [b"H\xe9 t\xdech", b"\xf1and\xfa", b"caf\xe9 \x8d", b"H\xc3\xb6\xdf"])
def test_other_old_encodings_are_refused(data):
    """TCVN3 fonts, Spanish and German Windows: bytes that decode to no Vietnamese word."""
    if data == b"H\xc3\xb6\xdf":
        data = b"Stra\xdfe"
    with pytest.raises(UndecodableError):
        decode(data)


def test_cp1258_is_read_with_a_warning(bench):
    bench.write("leave.csv", cp1258("staff,from,to,kind\nNV1,2026-11-26,2026-11-26,nghỉ phép\n"))
    problem = bench.only()
    assert (problem.code, problem.place.file) == ("W506", "leave.csv")
    assert bench.read().leave[0].kind == "nghỉ phép"


@pytest.mark.parametrize("page", ["cp1252", "cp1258", "latin-1"])
def test_garbled_vietnamese_is_refused_with_the_original_suggested(bench, page):
    garbled = (
        "Hộ tịch".encode().decode(page, errors="ignore") if page != "latin-1" else "Hộ tịch".encode().decode("latin-1")
    )
    bench.edit("leave.csv", "annual", garbled)
    problem = bench.only()
    assert problem.code == "E107"
    if page != "cp1258":
        assert problem.suggestion == "Hộ tịch"


@given(WORDS)
def test_sound_vietnamese_is_never_called_garbled(text):
    findings = Findings()
    read_csv("x", "x.csv", f"name\n{text} {VIETNAMESE}\n{text}\n".encode(), findings)
    assert findings.problems == ()


def test_what_nobody_sees_is_trimmed(bench):
    bench.edit("leave.csv", "NV3,2026-11-26", "\u200b NV3\u00a0,\ufeff2026-11-26 ")
    assert bench.codes() == []
    assert bench.read().leave[0].person == "NV3"


def test_blank_lines_do_not_shift_the_rows_that_are_told(bench):
    bench.write("leave.csv", "\nstaff,from,to,kind\n\n,,,\nNV3,2026-11-26,2026-11-25,annual\n")
    assert (bench.only().place.row, bench.only().place.column) == (5, "to")


def test_a_line_break_inside_a_cell_counts_as_one_row(bench):
    bench.write(
        "leave.csv", 'staff,from,to,kind\nNV1,2026-11-26,2026-11-26,"nghỉ\nphép"\nNV3,2026-11-26,2026-11-25,x\n'
    )
    assert bench.only().place.row == 3


def test_header_case_does_not_matter(bench):
    bench.edit("leave.csv", "staff,from", " Staff ,FROM")
    assert bench.codes() == []
