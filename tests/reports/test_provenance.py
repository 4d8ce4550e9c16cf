"""The certificate says what was run, and has no clock."""

import json
from dataclasses import replace
from datetime import timedelta

from reports.provenance import provenance, provenance_bytes
from reports.tables.days import calendar_days, calendar_table


def test_it_names_input_seed_replications_dates_solver_and_calendar(instance, compared, planned):
    found = json.loads(provenance_bytes(provenance(instance, compared, planned)))
    assert found["workspace"]["digest"] == "sha256:0123456789abcdef"
    assert found["comparison"]["seed"] == 20240623
    assert found["comparison"]["replications"] == 30
    assert found["comparison"]["staff_search_replications"] == 4
    assert [one["id"] for one in found["comparison"]["scenarios"]] == ["S0", "S1", "S3", "S4"]
    assert found["period"][0] == "2026-11-23"
    assert found["week"]["solver"] == {"status": "feasible", "cost": 1445, "bound": 1390}
    assert found["week"]["requirement"]["simulations"] == 42
    holiday = found["calendar"][1]
    assert (holiday["kind"], holiday["status"], holiday["source"]) == ("holiday", "estimated", "holidays 0.109")


def test_it_leaves_out_what_was_not_run(instance, compared, planned):
    assert "week" not in provenance(instance, compared, None)
    assert "comparison" not in provenance(instance, None, planned)


def test_it_is_the_same_every_time(instance, compared, planned):
    one, two = (provenance_bytes(provenance(instance, compared, planned)) for _ in range(2))
    assert one == two


def test_a_holiday_that_shortens_the_week_is_in_the_calendar_though_nobody_worked(instance, compared):
    worked = tuple(day for day in compared.dates if day.isoformat() != "2026-11-24")
    found = provenance(instance, replace(compared, dates=worked), None)["calendar"]
    assert [one["status"] for one in found if one["date"] == "2026-11-24"] == ["estimated"]
    table = calendar_table(calendar_days(instance, replace(compared, dates=worked), None))
    assert [row[4].text("vi") for row in table.rows].count("dự kiến") == 1


def test_the_calendar_holds_the_week_of_the_roster_beside_another_week_that_was_compared(instance, compared, planned):
    later = tuple(day + timedelta(days=7) for day in compared.dates)
    found = provenance(instance, replace(compared, dates=later), planned)["calendar"]
    dates = [one["date"] for one in found]
    assert dates == sorted(set(dates))
    assert {day.isoformat() for day in (*later, *planned.dates)} <= set(dates)
    assert "estimated" in [one.get("status") for one in found]
