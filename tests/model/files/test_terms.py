"""The terms people work on: what is read, what is asked for, and what is warned of."""

from datetime import date

from model.terms import Overtime, Rank, Terms

SECONDMENT = "secondment_months_least,6,Điều 11\nsecondment_months_most,24,Điều 11\n"


def told(bench):
    return [(one.code, str(one.place)) for one in bench.problems()]


def test_terms_are_read(bench):
    bench.write("labour.csv", bench.text("labour.csv") + SECONDMENT)
    bench.write(
        "terms.csv",
        "staff,rank,agency,from,to,overtime,lend_minutes\n"
        "NV1,supervisor,Sở Tư pháp,2026-01-01,2026-12-31,none,40\nNV2,,,,,,\n",
    )
    terms = bench.read().terms
    assert terms["NV1"] == Terms(Rank.SUPERVISOR, "Sở Tư pháp", date(2026, 1, 1), date(2026, 12, 31), Overtime.NONE, 40)
    assert terms["NV2"] == Terms()


def test_overtime_asks_for_its_figures_and_secondment_for_its_own(bench):
    bench.write("terms.csv", "staff,overtime\nNV1,ordinary\n")
    assert bench.codes() == ["E307"] * 9
    bench.write("terms.csv", "staff,from,to\nNV1,2026-01-01,2026-12-31\n")
    assert bench.codes() == ["E307"] * 2


def test_terms_too_short_or_too_long_are_warned_of(bench):
    bench.write("labour.csv", bench.text("labour.csv") + SECONDMENT)
    bench.write(
        "terms.csv",
        "staff,from,to\nNV1,2026-01-01,2026-06-29\nNV2,2026-01-01,2028-01-01\n"
        "NV3,2026-01-01,2026-06-30\nNV4,2026-01-01,2027-12-31\n",
    )
    assert told(bench) == [("W520", "terms.csv:2:to"), ("W520", "terms.csv:3:to")]


def test_half_a_term_and_one_that_ends_too_soon(bench):
    bench.write("terms.csv", "staff,from,to,rank\nNV1,2026-01-01,,\nNV2,2026-01-02,2026-01-01,\nNV3,,,chief\n")
    assert told(bench) == [("E201", "terms.csv:2:to"), ("E208", "terms.csv:3:to"), ("E209", "terms.csv:4:rank")]


def test_an_agency_without_a_reserve_officer_is_warned_of_where_there_is_a_list(bench):
    bench.write("terms.csv", "staff,agency\nNV1,Sở A\nNV2,Sở B\nNV3,Sở B\n")
    assert bench.codes() == []
    bench.write("reserve_list.csv", "staff,site\nNV1,A\n")
    assert told(bench) == [("W521", "terms.csv:3:agency")]


def test_history_and_locked_cells_are_read_and_checked(bench):
    bench.write("history.csv", "date,staff,shift,counter\n2026-11-20,NV1,HC,A1\n2026-11-21,NV1,off,\n")
    bench.write("carried.csv", "staff,until,overtime_month,overtime_year,unpopular_shifts\nNV1,2026-11-19,1.5,20,3\n")
    bench.write("fixed.csv", "date,staff,shift,counter,kind\n2026-11-25,NV1,HC,,\n2026-11-26,NV1,off,,forbidden\n")
    instance = bench.read()
    assert [(one.date.day, one.shift) for one in instance.history.past.assignments] == [(20, "HC")]
    assert [day.day for day in instance.history.past.dates] == [20, 21]
    assert instance.history.carried["NV1"].overtime_month == 90
    assert [(one.shift, one.forbidden) for one in instance.locks] == [("HC", False), ("off", True)]
    bench.write("carried.csv", "staff,until,overtime_month,overtime_year\nNV1,2026-11-19,21,20\n")
    bench.write("fixed.csv", "date,staff,shift,counter\n2026-11-25,NV9,HC,\n2026-11-26,NV1,off,A1\n")
    assert sorted(told(bench)) == [
        ("E203", "carried.csv:2:overtime_year"),
        ("E209", "fixed.csv:3:counter"),
        ("E211", "fixed.csv:2:staff"),
    ]


def test_a_service_is_served_only_where_its_equipment_is(bench):
    def equip(file, equipment):
        head, *rows = bench.text(file).splitlines()
        rows = [f"{row},{equipment.get(row.split(',')[0], '')}" for row in rows]
        bench.write(file, "\n".join([f"{head},equipment", *rows]))

    before = {code for code, counter in bench.read().counters.items() if "dat_dai" in counter.services}
    equip("services.csv", {"dat_dai": "camera scanner"})
    equip("counters.csv", {"A1": "scanner camera", "C2": "camera"})
    after = {code for code, counter in bench.read().counters.items() if "dat_dai" in counter.services}
    assert {"A1", "B2", "C2"} <= before
    assert after == {"A1"}
