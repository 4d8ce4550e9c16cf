"""Short texts stay distinct and are read however they are typed."""

from reports.roster_book.marks import Marks, short_labels, tidy


def test_labels_drop_what_all_share() -> None:
    assert short_labels(("CN07-Q1", "CN07-Q2", "CN07-Q10")) == {"CN07-Q1": "Q1", "CN07-Q2": "Q2", "CN07-Q10": "Q10"}
    assert short_labels(("A1", "A2")) == {"A1": "A1", "A2": "A2"}
    assert short_labels(("CN07-Q1",)) == {"CN07-Q1": "Q1"}
    assert short_labels(()) == {}


def test_tidy() -> None:
    assert [tidy(one) for one in (None, " s1 ", 3.0, 3, "Ca\u0301")] == ["", "S1", "3", "3", "CÁ"]


def test_counter_by_label_and_id() -> None:
    marks = Marks("N", "P", {"CN07-Q1": "Q1"})
    assert (marks.counter("q1"), marks.counter("cn07-q1"), marks.counter("Q9")) == ("CN07-Q1", "CN07-Q1", None)
