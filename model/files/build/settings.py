"""Builds the settings and what hangs on them: the promise, the rules of the day, the attendance."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from model.absence import Absence
from model.centre import Days, Week
from model.coming import Bookings, Crowd
from model.files.day_model import DayPart, SiteDayPart
from model.files.moments import WEEKDAYS
from model.files.rows.places import CatchmentRow
from model.files.settings_model import SettingsFile
from model.files.settings_part import Part
from model.geography import Travel
from model.instance import Attendance
from model.outages import RandomOutage
from model.services import Target
from model.settings import KINDS_OF_PRIORITY, DayRules, PriorityClass, RosterPrices, RunSettings, Settings
from model.workdays import days_of_week


def build_settings(file: SettingsFile, opening_days: Days) -> Settings:
    """Return the settings of a workspace; ``opening_days`` are the dates on which every site keeps other hours."""
    day, prices = file.day, file.roster.prices
    return Settings(
        slot_minutes=file.slot_minutes,
        opening=_week(file),
        target=promise(file),
        run=RunSettings(run_dates(file), file.run.replications, file.run.seed),
        tick_ms=file.tick,
        measure_from=file.measure_from,
        rules=_rules(day),
        travel=Travel(file.travel.detour, file.travel.speed_kmh),
        prices=RosterPrices(**prices.model_dump()),
        unpopular_shifts=file.roster.unpopular_shifts,
        min_present=file.roster.min_present,
        shift_margin=file.roster.shift_margin,
        min_supervisors=file.roster.min_supervisors,
        reserves=file.roster.reserves,
        rotation_days=file.roster.rotation_days,
        opening_days=opening_days,
        crowd=build_crowd(file),
        bookings=_bookings(file),
        absence=Absence(file.absence.rate, file.absence.reserve_delay, file.absence.child_hour),
        systems={name: RandomOutage(one.per_day, one.mean_minutes, one.speed) for name, one in file.systems.items()},
        papers_days=file.papers_days,
        papers_same_day=file.papers_same_day,
        papers_minutes=file.papers_minutes,
        rules_at={site: _rules(_with(day, own)) for site, own in file.day_at.items()},
    )


def _with(day: DayPart, own: SiteDayPart) -> DayPart:
    """Return the rules of the workspace with what a site says itself."""
    said = {name: getattr(own, name) for name in own.model_fields_set}
    return day.model_copy(update=said)


def _rules(day: DayPart) -> DayRules:
    order = {} if day.priority_order is None else {"priority_order": day.priority_order}
    return DayRules(
        day.breaks,
        day.closing,
        day.staff_choice,
        **order,
        priority=day.priority,
        head_start=_by_class(day.head_start),
        break_delay=day.break_delay,
        ticket_cap=day.ticket_cap,
        not_there=day.not_there,
        not_there_minutes=day.not_there_minutes,
        not_there_calls=day.not_there_calls,
        nth=day.nth_call,
        priority_classes=tuple((name, share) for name, share in _by_class(day.priority_classes) if share),
        balking=tuple(sorted(day.balking.items())),
        queues=day.queues,
        swap_breaks=day.swap_breaks,
    )


def _by_class(part: Part) -> tuple[tuple[PriorityClass, Any], ...]:
    """Return the figures of a part by class; what would be the same without is left out."""
    figures = part.model_dump()
    said = (name for name in PriorityClass if figures.get(name) is not None)
    return tuple((name, figures[name]) for name in said if figures[name] or name in KINDS_OF_PRIORITY)


def build_crowd(file: SettingsFile) -> Crowd:
    """Return the opening crowd of the workspace."""
    return Crowd(file.arrivals.crowd_share, file.arrivals.crowd_minutes)


def _bookings(file: SettingsFile) -> Bookings:
    part = file.bookings
    return Bookings(part.lead_shares, part.most_a_day, part.slot_capacity, part.when_full)


def promise(file: SettingsFile) -> Target:
    """Return the promise of the workspace."""
    return Target(file.target.share, file.target.within_minutes, file.target.mean_minutes, file.target.leavers)


def run_dates(file: SettingsFile) -> tuple[date, ...]:
    """Return the dates of the run, in order."""
    if file.run.week is not None:
        return days_of_week(file.run.week)
    return tuple(sorted(set(file.run.dates or ())))


def build_attendance(file: SettingsFile, catchment: Iterable[CatchmentRow]) -> Attendance:
    """Return who attends where before any scenario."""
    rules = dict(file.attendance.services)
    return Attendance(file.attendance.default, rules, {row.unit: row.site for row in catchment}, {})


def _week(file: SettingsFile) -> Week:
    sessions = {day: getattr(file.opening, name) for name, day in WEEKDAYS.items()}
    return {day: found for day, found in sessions.items() if found}
