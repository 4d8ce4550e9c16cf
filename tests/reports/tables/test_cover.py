"""Need and presence by slot: breaks taken off, holidays left out."""

from reports.tables.cover import cover_slots, cover_table, requirement_table
from reports.tables.roster import roster_table


def test_presence_leaves_out_the_lunch_and_the_holiday(planned):
    slots = cover_slots(planned)
    assert planned.dates[1] not in {one.date for one in slots}
    assert {one.slot.start for one in slots} == {*range(480, 720, 30), *range(780, 1020, 30)}
    monday = next(one for one in slots if one.date == planned.dates[0] and one.slot.start == 480)
    mornings = [a for a in planned.roster.on(planned.dates[0]) if a.shift in ("C", "S")]
    assert (monday.required, monday.present) == (5, len(mornings))


def test_over_and_under_is_presence_less_need(planned):
    for _, _, required, _, present, over in cover_table(planned).rows:
        assert over == present - required


def test_the_grid_has_a_column_for_each_open_date(planned):
    table = requirement_table(planned)
    assert table.head("vi") == ("Khung giờ từ", "T2 23/11", "T4 25/11", "T5 26/11", "T6 27/11")
    assert next(iter(table.body("vi")))[0] == "08:00"


def test_the_roster_shows_leave_holiday_and_days_off(planned):
    table = roster_table(planned)
    assert table.head("vi")[3] == "T3 24/11 (nghỉ lễ)"
    row = next(row for row in table.body("vi") if row[0] == "NV003")
    assert row[1] == "Phạm Quỳnh Như"
    assert row[3:6] == ("–", "P", "P")
    hours = sum(planned.instance.shifts[a.shift].paid_minutes for a in planned.roster.of("NV003")) / 60
    assert row[-1] == f"{hours:.1f}".replace(".", ",")
