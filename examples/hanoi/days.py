"""The calendar, the days and the law: holidays, the profile over the day, shifts and labour figures."""

from pathlib import Path

from sources import Row, rows
from tables import ASSUMPTION, DERIVED, SOURCED, Cell, write_table

KIND = {
    "public_holiday": "holiday",
    "day_off_in_lieu": "day_in_lieu",
    "swapped_day_off": "swapped_off",
    "makeup_workday": "make_up",
}
SLOT = 30
# Numbers are given from 8:00 to 16:00.
LAST_NUMBER = "16:00"
FACTOR_SOURCE = "facts/day_factors_assumed.csv (T2)"
# Rule T3: the named factors on the dates of 2026 they stand for.
SPECIAL = {
    "first_day_after_Tet": ("2026-02-23",),
    "second_to_fifth_day_after_Tet": ("2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27"),
    "last_day_before_holiday": ("2026-02-13", "2026-04-24", "2026-04-29", "2026-08-28", "2026-11-23"),
    "first_day_after_short_holiday": ("2026-01-05", "2026-04-28", "2026-05-04", "2026-09-03", "2026-11-25"),
}
LABOUR: tuple[tuple[str, float, str, str, str], ...] = (
    ("max_hours_day", 8, "Bộ luật Lao động 2019, Điều 105", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("max_hours_week", 40, "Quyết định 188/1999/QĐ-TTg", SOURCED, "vbpl.vn; Labour Code art. 105 allows 48"),
    ("rest_between_shifts_hours", 12, "Bộ luật Lao động 2019, Điều 110", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("weekly_rest_hours", 24, "Bộ luật Lao động 2019, Điều 111", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("break_after_hours", 6, "Bộ luật Lao động 2019, Điều 109", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("break_minutes", 30, "Bộ luật Lao động 2019, Điều 109", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("child_rest_minutes_day", 60, "Bộ luật Lao động 2019, Điều 137", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("max_overtime_hours_pregnant", 0, "Bộ luật Lao động 2019, Điều 137", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("night_from_hour", 22, "Bộ luật Lao động 2019, Điều 106", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("night_to_hour", 6, "Bộ luật Lao động 2019, Điều 106", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("max_overtime_share_day", 0.5, "Bộ luật Lao động 2019, Điều 107", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("max_hours_day_with_overtime", 12, "Bộ luật Lao động 2019, Điều 107", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("max_overtime_hours_month", 40, "Bộ luật Lao động 2019, Điều 107", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("max_overtime_hours_year", 200, "Bộ luật Lao động 2019, Điều 107", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("max_overtime_hours_month_extended", 60, "Nghị quyết 17/2022/UBTVQH15", SOURCED, "luatvietnam.vn"),
    ("max_overtime_hours_year_extended", 300, "Nghị quyết 17/2022/UBTVQH15", SOURCED, "luatvietnam.vn"),
    ("pay_percent_overtime", 150, "Bộ luật Lao động 2019, Điều 98", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("pay_percent_rest_day", 200, "Bộ luật Lao động 2019, Điều 98", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("pay_percent_holiday", 300, "Bộ luật Lao động 2019, Điều 98", SOURCED, "Bộ Pháp điển, lao-dong"),
    ("secondment_months_least", 6, "Nghị định 61/2018/NĐ-CP, Điều 11.4", SOURCED, "Bộ Pháp điển"),
    ("secondment_months_most", 24, "Nghị định 61/2018/NĐ-CP, Điều 11.4", SOURCED, "Bộ Pháp điển"),
)


def write_calendar(folder: Path) -> None:
    """Write calendar.csv: the holidays of the fact table, with what is official and what is only estimated."""
    lines = [
        (row["date"], KIND[row["kind"]], row["name_vi"], *_certainty(row), f"{row['source']} - {row['confidence']}")
        for row in rows("holidays_2024_2027")
    ]
    write_table(folder / "calendar.csv", ("date", "kind", "name", "status"), lines)


def _certainty(row: Row) -> tuple[str, str]:
    """Return status and label: what only a package says or a formula computes is estimated."""
    if row["confidence"].startswith("SOURCED"):
        return "official", SOURCED
    return "estimated", DERIVED


def write_profile(folder: Path, at_the_door: float = 0.0, spread: float = 0.0) -> None:
    """Write profile.csv.

    ``at_the_door`` is the share that waits in the half hour before the doors open; of the others, the share ``spread``
    comes evenly over the half hours that begin before the last numbers are given.
    """
    day = [
        (row["slot_start"], float(row["share_of_day"]))
        for row in rows("arrival_profile_assumed")
        if float(row["share_of_day"])
    ]
    even = 1 / sum(start < LAST_NUMBER for start, _ in day)
    day = [
        (start, (1 - at_the_door) * ((1 - spread) * share + spread * even * (start < LAST_NUMBER)))
        for start, share in day
    ]
    crowd = [("07:30", at_the_door)] if at_the_door else []
    source = f"{_PROFILE_SOURCE}; crowd and spread: B8" if crowd else _PROFILE_SOURCE
    lines: list[tuple[Cell, ...]] = [
        ("*", start, _later(start), share, ASSUMPTION, source) for start, share in crowd + day
    ]
    write_table(folder / "profile.csv", ("service", "start", "end", "share"), lines)


def write_factors(folder: Path) -> None:
    """Write day_factors.csv: the weekdays and the dates around the holidays of 2026."""
    factor = {row["factor"]: float(row["value"]) for row in rows("day_factors_assumed")}
    days: list[tuple[Cell, ...]] = [
        (day.lower(), factor[day], ASSUMPTION, FACTOR_SOURCE) for day in ("Mon", "Tue", "Wed", "Thu", "Fri")
    ]
    dated = sorted((day, factor[name]) for name, dates in SPECIAL.items() for day in dates)
    days += [(day, value, ASSUMPTION, f"{FACTOR_SOURCE}; dates: T3") for day, value in dated]
    write_table(folder / "day_factors.csv", ("day", "factor"), days)


_PROFILE_SOURCE = "facts/arrival_profile_assumed.csv (T1)"


def _later(start: str) -> str:
    """Return the end of the half hour that starts at a time of day."""
    minute = int(start[:2]) * 60 + int(start[3:]) + SLOT
    return f"{minute // 60:02d}:{minute % 60:02d}"


def write_labour(folder: Path) -> None:
    """Write labour.csv."""
    write_table(folder / "labour.csv", ("rule", "value", "article"), LABOUR)
