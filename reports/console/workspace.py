"""Open the workspace a command is about; warnings are said and kept for the answer."""

from datetime import date
from pathlib import Path

from model.instance import Instance
from model.problems import Problem
from reports.console.call import Call
from reports.console.choices import WrongValueError, chosen
from reports.console.problem_text import lines
from reports.console.screen import tell

Opened = tuple[Instance, tuple[Problem, ...]]


def open_workspace(call: Call, path: Path) -> Opened:
    """Read a workspace; its warnings go to the standard error at once, unless the call is quiet or in JSON.

    Raises:
        InputError: with all errors of the input.
    """
    from model.files.read import read_workspace

    instance, warnings = read_workspace(path)
    if not (call.quiet or call.as_json):
        for line in lines(warnings, call.lang):
            tell(line)
    return instance, warnings


def site_of(call: Call, instance: Instance, site: str | None) -> str:
    """Return the site asked for; the only one where there is but one.

    Raises:
        WrongValueError: when there is no such site, or none is named and there are several.
    """
    if site is not None:
        return chosen("--site", site, tuple(instance.sites))
    if len(instance.sites) == 1:
        return next(iter(instance.sites))
    raise WrongValueError("--site", "", call.say("usage.which_site", names=_some(tuple(instance.sites))))


def open_date_of(call: Call, instance: Instance, site: str, text: str | None) -> date:
    """Return the date asked for, else the first of the workspace's dates on which the site opens.

    Raises:
        WrongValueError: when it is no date, or the site is not open on it.
    """
    if text is None:
        open_days = [one for one in instance.settings.run.dates if instance.opening(site, one)]
        if not open_days:
            raise WrongValueError("--date", "", call.say("plan.closed"))
        return open_days[0]
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise WrongValueError("--date", text, call.say("plan.date")) from error
    if not instance.opening(site, day):
        raise WrongValueError("--date", text, call.say("plan.closed"))
    return day


def dates_of(call: Call, instance: Instance, week: str | None) -> tuple[date, ...]:
    """Return the dates of the week, month or stretch asked for, else the workspace's.

    Raises:
        WrongValueError: when the text is none of these.
    """
    from model.workdays import days_of_period

    if week is None:
        return instance.settings.run.dates
    try:
        return days_of_period(week)
    except ValueError as error:
        raise WrongValueError("--week", week, call.say("usage.week")) from error


def week_of(call: Call, instance: Instance, week: str | None) -> tuple[date, ...]:
    """Return the dates of the period asked for, else of the week in which the workspace's dates begin."""
    from model.workdays import days_of_week

    if week is not None:
        return dates_of(call, instance, week)
    year, number, _ = min(instance.settings.run.dates).isocalendar()
    return days_of_week(f"{year}-W{number:02d}")


def period_of(call: Call, **given: str | None) -> str | None:
    """Return the one period that was given, as a week, a month or dates.

    Raises:
        WrongValueError: when there are several.
    """
    told = {f"--{name}": text for name, text in given.items() if text is not None}
    if len(told) > 1:
        name, text = list(told.items())[-1]
        raise WrongValueError(name, text, call.say("usage.one_period", options=", ".join(f"--{one}" for one in given)))
    return next(iter(told.values()), None)


def _some(names: tuple[str, ...], most: int = 8) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
