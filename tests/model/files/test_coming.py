"""What a workspace says of who comes and when: crowd, correlated days, hours of single dates."""

from datetime import date, time

import pytest
from openpyxl import load_workbook

from model.absence import Absence, ChildHour, Reserve
from model.clock import Interval
from model.coming import Bookings, Crowd, WhenFull
from model.demand import Bulk, BulkLaw
from model.files.read import read_workspace
from model.files.write_workbook import write_workbook
from model.outages import CounterOutage
from model.replay import Arrival
from model.services import VisitType
from model.settings import BreakPolicy, PriorityClass, PriorityRule, QueueRule, SwapRule

DAYS = "site,date,start,end\n"


def test_the_crowd_is_the_workspace_s_or_the_site_s_own(bench):
    bench.append("motcua.yaml", "arrivals: {crowd_share: 10%, crowd_minutes: 20}\n")
    bench.write(
        "sites.csv",
        "site,name,unit,lat,lon,crowd_share,crowd_minutes\n"
        "A,Điểm A,00001,21.04,105.84,0.25,\nB,Điểm B,00002,21.02,105.82,,45\nC,Trung tâm,,21.03,105.83,,\n",
    )
    instance = bench.read()
    assert instance.settings.crowd == Crowd(0.1, 20)
    assert [site.crowd for site in instance.sites.values()] == [Crowd(0.25, 20), Crowd(0.1, 45), None]


def test_days_may_be_correlated(bench):
    bench.edit("motcua.yaml", "busyness_cv: 0.05", "busyness_cv: 0.16, busyness_correlation: 0.48")
    assert (bench.read().demand.day_cv, bench.read().demand.day_correlation) == (0.16, 0.48)


def test_a_date_may_have_its_own_hours(bench):
    bench.write(
        "opening_days.csv",
        f"{DAYS}*,2026-11-25,08:00,12:00\nA,2026-11-25,,\nC,2026-11-25,13:00,15:00\nC,2026-11-25,09:00,11:00\n",
    )
    instance = bench.read()
    wednesday = date(2026, 11, 25)
    assert instance.opening("A", wednesday) == ()
    assert instance.opening("B", wednesday) == (Interval(480, 720),)
    assert instance.opening("C", wednesday) == (Interval(540, 660), Interval(780, 900))
    assert instance.opening("B", date(2026, 11, 26)) == (Interval(480, 720), Interval(780, 1020))


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ("A,2026-11-25,08:00,12:00\nA,2026-11-25,11:00,13:00\n", "E222", "opening_days.csv:3:start"),
        ("A,2026-11-25,08:00,12:00\nA,2026-11-25,,\n", "E222", "opening_days.csv:2:start"),
        ("A,2026-11-25,08:00,\n", "E201", "opening_days.csv:2:end"),
        ("A,2026-11-25,,12:00\n", "E201", "opening_days.csv:2:start"),
        ("A,2026-11-25,22:00,02:00\n", "E208", "opening_days.csv:2:end"),
        ("A,2026-11-25,08:00,25:00\n", "E207", "opening_days.csv:2:end"),
        ("X,2026-11-25,,\n", "E211", "opening_days.csv:2:site"),
        ("A,02/12/2026,,\n", "E205", "opening_days.csv:2:date"),
    ],
)
def test_hours_that_do_not_fit(bench, rows, code, place):
    bench.write("opening_days.csv", DAYS + rows)
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, place)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("arrivals: {crowd_share: 1.2}", "E203"),
        ("arrivals: {crowd_share: -0.1}", "E203"),
        ("arrivals: {crowd_minutes: 0}", "E203"),
        ("arrivals: {crowd_minutes: 2000}", "E203"),
        ("arrivals: {crowd_minute: 20}", "E103"),
    ],
)
def test_settings_that_cannot_be(bench, said, code):
    bench.append("motcua.yaml", said + "\n")
    assert bench.only().code == code


def test_bookings_and_bulk_filers(bench):
    bench.append(
        "motcua.yaml",
        "bookings: {lead_shares: [0.5, 0.25, 0.25], most_a_day: 1, slot_capacity: 6, when_full: stay_away}\n",
    )
    bench.write(
        "channels.csv",
        "service,online_share,collect_ratio,guide_ratio,no_show_per_day,bulk_share,bulk_law,bulk_mean,bulk_values\n"
        "*,0.5,0.1,0.05,0.02,0.1,,7.5,\ndat_dai,0.2,0.4,0,,0.2,empirical,,2 3 20\n",
    )
    instance = bench.read()
    assert instance.settings.bookings == Bookings((0.5, 0.25, 0.25), 1, 6, WhenFull.STAY_AWAY)
    channels = instance.demand.channels
    assert channels["chung_thuc"].no_show_per_day == 0.02
    assert channels["chung_thuc"].bulk == Bulk(0.1, BulkLaw.GEOMETRIC, 7.5)
    assert channels["chung_thuc"].bulk.dossiers_per_visit == pytest.approx(0.9 + 0.75)
    assert channels["dat_dai"].bulk == Bulk(0.2, BulkLaw.EMPIRICAL, 2, (2, 3, 20))


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("0.1,,,", "E212", "bulk_law"),
        ("0.1,empirical,,", "E212", "bulk_law"),
        ("0.1,empirical,,1 4", "E203", "bulk_values"),
        ("0.1,empirical,,2.5", "E215", "bulk_values"),
        ("0.1,geometric,1.5,", "E203", "bulk_mean"),
        ("0.1,deterministic,2.5,", "E215", "bulk_mean"),
        ("1.1,geometric,3,", "E203", "bulk_share"),
        ("0.1,geometrik,3,", "E209", "bulk_law"),
    ],
)
def test_bulk_filers_that_cannot_be(bench, cells, code, column):
    head = "service,online_share,collect_ratio,guide_ratio,bulk_share,bulk_law,bulk_mean,bulk_values\n"
    bench.write("channels.csv", f"{head}*,0.5,0.1,0.05,{cells}\n")
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, f"channels.csv:2:{column}")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("lead_shares: [1, 1, 1, 1, 1, 1, 1, 1]", "E231"),
        ("lead_shares: []", "E231"),
        ("lead_shares: [0.5, -0.5]", "E203"),
        ("most_a_day: 0", "E203"),
        ("slot_capacity: -1", "E203"),
        ("slot_capacity: 2.5", "E215"),
        ("when_full: wait", "E209"),
    ],
)
def test_bookings_that_cannot_be(bench, said, code):
    bench.append("motcua.yaml", f"bookings: {{{said}}}\n")
    assert bench.only().code == code


def test_absence_reserves_and_the_free_hour(bench):
    bench.append("motcua.yaml", "absence: {rate: 3%, reserve_delay: 45, child_hour: pause}\n")
    bench.write(
        "staff.csv",
        "staff,name,site,weekly_hours,usual_shift,absence_rate,child_hour\nNV1,Nguyễn Văn An,A,40,HC,0.1,late_start\n"
        "NV2,Trần Thị Bình,B,40,HC,,\nNV3,Lê Văn Cường,B,40,CH,,\nNV4,Phạm Thị Dung,C,20,HC,,\n",
    )
    bench.write("reserve_list.csv", "staff,site,delay\nNV3,B,\nNV4,A,90\n")
    instance = bench.read()
    assert instance.settings.absence == Absence(0.03, 45, ChildHour.PAUSE)
    assert (instance.staff["NV1"].absence_rate, instance.staff["NV1"].child_hour) == (0.1, ChildHour.LATE_START)
    assert (instance.staff["NV2"].absence_rate, instance.staff["NV2"].child_hour) == (None, None)
    assert instance.reserves == (Reserve("NV3", "B"), Reserve("NV4", "A", 90))


@pytest.mark.parametrize(
    ("file", "text", "code", "place"),
    [
        ("reserve_list.csv", "staff,site,delay\nNV9,A,\n", "E211", "reserve_list.csv:2:staff"),
        ("reserve_list.csv", "staff,site,delay\nNV3,Z,\n", "E211", "reserve_list.csv:2:site"),
        ("reserve_list.csv", "staff,site,delay\nNV3,B,-5\n", "E203", "reserve_list.csv:2:delay"),
        ("reserve_list.csv", "staff,site,delay\nNV3,B,\nNV3,A,\n", "E210", "reserve_list.csv:3:staff"),
    ],
)
def test_reserves_that_cannot_be(bench, file, text, code, place):
    bench.write(file, text)
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, place)


@pytest.mark.parametrize(
    ("said", "code"),
    [("rate: 1.5", "E203"), ("reserve_delay: 5000", "E203"), ("child_hour: early", "E209")],
)
def test_absence_that_cannot_be(bench, said, code):
    bench.append("motcua.yaml", f"absence: {{{said}}}\n")
    assert bench.only().code == code


def test_counters_out_of_order(bench):
    counter = next(iter(bench.read().counters))
    bench.write(
        "counter_outages.csv",
        f"counter,from,to,start,end\n{counter},2026-11-25,2026-11-26,,\n{counter},2026-11-27,2026-11-27,10:00,11:30\n",
    )
    first, second = date(2026, 11, 25), date(2026, 11, 27)
    assert bench.read().outages == (
        CounterOutage(counter=counter, first=first, last=date(2026, 11, 26)),
        CounterOutage(counter=counter, first=second, last=second, hours=Interval(600, 690)),
    )


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("K9,2026-11-25,2026-11-25,,", "E211", "counter"),
        ("{},2026-11-25,2026-11-24,,", "E208", "to"),
        ("{},2026-11-25,2026-11-25,10:00,", "E201", "end"),
        ("{},2026-11-25,2026-11-25,22:00,02:00", "E208", "end"),
        ("{},02/12/2026,2026-12-25,,", "E205", "from"),
    ],
)
def test_outages_that_cannot_be(bench, row, code, column):
    counter = next(iter(bench.read().counters))
    bench.write("counter_outages.csv", f"counter,from,to,start,end\n{row.format(counter)}\n")
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, f"counter_outages.csv:2:{column}")


LOG = "date,time,unit,site,service,visit,minutes,patience,class\n"


def test_arrivals_that_were_seen(bench):
    bench.write(
        "arrivals.csv",
        f"{LOG}2026-11-25,08:05:30,00001,,dat_dai,,,,\n2026-11-23,9:00,,A,Hộ tịch,collect,7.5,30,priority\n"
        "2026-11-25,23:59:59.25,00002,C,chung_thuc,submit,,0,walk_in\n",
    )
    replay = bench.read().replay
    assert list(replay) == [date(2026, 11, 23), date(2026, 11, 25)]
    assert replay[date(2026, 11, 23)] == (
        Arrival(32_400_000, "", "A", "Hộ tịch", VisitType.COLLECT, 7.5, 30, PriorityClass.PRIORITY),
    )
    one, two = replay[date(2026, 11, 25)]
    assert (one.at, one.minutes, one.patience, one.group) == (29_130_000, None, None, None)
    assert (two.at, two.patience, two.group) == (86_399_250, 0, PriorityClass.WALK_IN)


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("2026-11-25,24:00,00001,,dat_dai,,,,", "E207", "time"),
        ("2026-11-25,25:10:00,00001,,dat_dai,,,,", "E207", "time"),
        ("2026-11-25,08:61:00,00001,,dat_dai,,,,", "E207", "time"),
        ("2026-11-25,,00001,,dat_dai,,,,", "E201", "time"),
        ("2026-11-25,08:00,,,dat_dai,,,,", "E201", "unit"),
        ("2026-11-25,08:00,00001,,dat_dia,,,,", "E211", "service"),
        ("2026-11-25,08:00,00001,Z,dat_dai,,,,", "E211", "site"),
        ("2026-11-25,08:00,00001,,dat_dai,,-3,,", "E203", "minutes"),
        ("2026-11-25,08:00,00001,,dat_dai,,,-1,", "E203", "patience"),
        ("2026-11-25,08:00,00001,,dat_dai,submitt,,,", "E209", "visit"),
        ("2026-11-25,08:00,00001,,dat_dai,,,,vip", "E209", "class"),
    ],
)
def test_arrivals_that_cannot_be(bench, row, code, column):
    bench.write("arrivals.csv", f"{LOG}{row}\n")
    problem = bench.only()
    assert (problem.code, str(problem.place)) == (code, f"arrivals.csv:2:{column}")


def test_arrivals_of_unknown_length_or_that_nobody_can_serve(bench):
    bench.append("services.csv", "cu_tru,Cư trú,,cong_an,city,cong_an,,,,,,,")
    bench.edit("minutes.csv", "*,guide,empirical,,,,,,2 3.5 8\n", "")
    bench.edit("channels.csv", "*,0.5,0.1,0.05", "*,0.5,0.1,0")
    bench.edit("counters.csv", "A1,A,*", "A1,A,field:tu_phap")
    bench.write("arrivals.csv", f"{LOG}2026-11-25,08:00,00001,,dat_dai,guide,,,\n2026-11-25,08:00,00001,,cu_tru,,,,\n")
    told = {(one.code, str(one.place)) for one in bench.problems()}
    assert told == {
        ("E309", "arrivals.csv:2:service"),
        ("E302", "arrivals.csv:3:service"),
        ("E303", "arrivals.csv:3:service"),
    }


def test_a_log_may_be_all_there_is(bench):
    bench.write("demand.csv", "unit,service,dossiers_per_day\n00001,dat_dai,0\n")
    bench.write("arrivals.csv", f"{LOG}2026-11-25,08:00,00001,,dat_dai,,,,\n")
    assert bench.codes() == []


def test_excel_times_and_dates_of_a_workbook_are_read(bench, tmp_path):
    bench.write("arrivals.csv", f"{LOG}2026-11-25,08:05:30,00001,,dat_dai,,,,\n2026-11-25,09:00,00001,,dat_dai,,,,\n")
    bench.write("opening_days.csv", f"{DAYS}A,2026-11-25,09:00,12:00\n")
    plain = bench.read()
    path = tmp_path / "book.xlsx"
    write_workbook(bench.folder, path)
    book = load_workbook(path)
    rows = list(book["arrivals"].iter_rows())
    where = {cell.value: at for at, cell in enumerate(rows[0])}
    rows[1][where["time"]].value, rows[2][where["time"]].value = time(8, 5, 30), time(9, 0)
    hours = list(book["opening_days"].iter_rows())
    hours[1][2].value, hours[1][3].value = time(9, 0), time(12, 0)
    book.save(path)
    read, _ = read_workspace(path)
    assert read.replay == plain.replay
    assert read.sites["A"].opening_days == plain.sites["A"].opening_days


def test_head_starts_and_the_most_delay_of_a_break(bench):
    said = "busyness_cv: 0.05, break_delay: 10, ticket_cap: 120, not_there: 3%, priority: head_start, "
    said += "head_start: {priority: 12, booked: 4}"
    bench.edit("motcua.yaml", "busyness_cv: 0.05", said)
    rules = bench.read().settings.rules
    assert (rules.break_delay, rules.priority, rules.ticket_cap) == (10, PriorityRule.HEAD_START, 120)
    assert (rules.not_there, rules.not_there_minutes) == (0.03, 1)
    minutes = {PriorityClass.PRIORITY: 12, PriorityClass.BOOKED: 4}
    assert dict(rules.head_start) == minutes


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("break_delay: -1", "E203"),
        ("ticket_cap: 1.5", "E215"),
        ("not_there: 2", "E203"),
        ("priority: first", "E209"),
        ("head_start: {tall: 5}", "E103"),
        ("priority_order: [[priority], [walk_in]]", "E209"),
        ("priority_order: [[priority, elderly, elderly], [booked, walk_in]]", "E209"),
        ("balking: {-5: 0.1}", "E203"),
        ("balking: {20: 2}", "E203"),
        ("nth_call: 0", "E203"),
        ("queues: each", "E209"),
        ("not_there_calls: 0", "E203"),
    ],
)
def test_rules_of_the_day_that_cannot_be(bench, said, code):
    bench.edit("motcua.yaml", "busyness_cv: 0.05", said)
    assert bench.only().code == code


def test_classes_calls_and_rows_of_numbers(bench):
    said = (
        "priority: nth_call, nth_call: 4, queues: field, swap_breaks: first_free, not_there: 0.05, not_there_calls: 2, "
    )
    said += "balking: {40: 30%, 20: 0.05}, priority_classes: {merit: 0.2, elderly: 0.5}, "
    said += "priority_order: [[merit], [priority], [booked, walk_in]]"
    bench.edit("motcua.yaml", "busyness_cv: 0.05", said)
    rules = bench.read().settings.rules
    assert (rules.priority, rules.nth, rules.queues) == (PriorityRule.NTH_CALL, 4, QueueRule.FIELD)
    assert rules.swap_breaks is SwapRule.FIRST_FREE
    assert (rules.not_there_calls, rules.balking) == (2, ((20, 0.05), (40, 0.3)))
    assert rules.priority_classes == ((PriorityClass.ELDERLY, 0.5), (PriorityClass.MERIT, 0.2))
    assert rules.priority_order[0] == (PriorityClass.MERIT,)


def test_a_head_start_of_no_minutes_is_not_that_of_priority(bench):
    bench.edit("motcua.yaml", "busyness_cv: 0.05", "priority: head_start, head_start: {priority: 9, elderly: 0}")
    minutes = dict(bench.read().settings.rules.head_start)
    assert (minutes[PriorityClass.PRIORITY], minutes[PriorityClass.ELDERLY]) == (9, 0)
    assert PriorityClass.MERIT not in minutes


def test_a_site_has_rules_of_its_own_where_it_says_so(bench):
    bench.edit(
        "motcua.yaml",
        "{busyness_cv: 0.05}",
        "{breaks: preempt, not_there: 0.1}\nday_at: {A: {breaks: wait, break_delay: 9}}",
    )
    settings = bench.read().settings
    assert (settings.rules.breaks, settings.rules.break_delay) == (BreakPolicy.PREEMPT, None)
    own = settings.rules_of("A")
    assert (own.breaks, own.break_delay, own.not_there) == (BreakPolicy.WAIT, 9, 0.1)
    assert settings.rules_of("elsewhere") is settings.rules


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("{Z: {breaks: wait}}", "E211"),
        ("{A: {busyness_cv: 0.1}}", "E103"),
        ("{A: {breaks: never}}", "E209"),
        ("{A: {balking: {10: 0.2, 20: 0.1}}}", "E236"),
    ],
)
def test_rules_of_a_site_that_cannot_be(bench, said, code):
    bench.edit("motcua.yaml", "{busyness_cv: 0.05}", f"{{busyness_cv: 0.05}}\nday_at: {said}")
    assert bench.only().code == code


def test_a_person_goes_into_a_break_their_own_way(bench):
    bench.write(
        "staff.csv",
        "staff,name,site,weekly_hours,usual_shift,breaks,break_delay\nNV1,Nguyễn Văn An,A,40,HC,wait,5\n"
        "NV2,Trần Thị Bình,B,40,HC,,\nNV3,Lê Văn Cường,B,40,CH,,\nNV4,Phạm Thị Dung,C,20,HC,,\n",
    )
    staff = bench.read().staff
    assert (staff["NV1"].breaks, staff["NV1"].break_delay) == (BreakPolicy.WAIT, 5)
    assert (staff["NV2"].breaks, staff["NV2"].break_delay) == (None, None)
