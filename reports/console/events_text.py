"""The events of a repair as they are typed: who is away, who swaps, where more are needed, what stays."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from model.clock import Interval, minute_of
from model.instance import Instance
from model.roster_diff import Cell
from reports.console.call import Call
from reports.console.choices import WrongValueError, chosen

if TYPE_CHECKING:
    from model.rostering.repair.events import Absence, ExtraDemand, Swap


class Reading:
    """Reads the options of one command against the people and dates of one site's roster."""

    def __init__(self, call: Call, instance: Instance, site: str, dates: tuple[date, ...]) -> None:
        self._call, self._instance, self._dates = call, instance, dates
        self._people = tuple(person.id for person in instance.people(site))
        skills = {instance.services[one].skill for one in instance.offers(site)}
        self._skills = tuple(sorted(skills))

    def absence(self, option: str, text: str, kind: str) -> "Absence":
        """Read ``NV03,2026-11-25`` or ``NV03,2026-11-25,2026-11-27``."""
        from model.rostering.repair.events import Absence

        person, first, *rest = self._parts(option, text, 2, 3)
        start = self.day(option, first)
        end = self.day(option, rest[0]) if rest else start
        if end < start:
            raise WrongValueError(option, text, self._call.say("usage.dates_order"))
        return Absence(self.person(option, person), start, end, kind)

    def swap(self, option: str, text: str) -> "Swap":
        """Read ``NV01,NV02,2026-11-26``."""
        from model.rostering.repair.events import Swap

        one, other, day = self._parts(option, text, 3, 3)
        if one == other:
            raise WrongValueError(option, text, self._call.say("usage.swap_self"))
        return Swap(self.person(option, one), self.person(option, other), self.day(option, day))

    def extra(self, option: str, text: str) -> "ExtraDemand":
        """Read ``2026-11-26,09:00-11:00,dat_dai`` with, if it is not 1, the number of staff."""
        from model.rostering.repair.events import ExtraDemand

        day, hours, skill, *rest = self._parts(option, text, 3, 4)
        number = rest[0] if rest else "1"
        if not number.isdecimal() or int(number) < 1:
            raise WrongValueError(option, text, self._call.say("usage.extra_staff"))
        return ExtraDemand(
            self.day(option, day), self._hours(option, text, hours), chosen(option, skill, self._skills), int(number)
        )

    def cell(self, option: str, text: str) -> Cell:
        """Read ``NV01,2026-11-26``."""
        person, day = self._parts(option, text, 2, 2)
        return self.person(option, person), self.day(option, day)

    def person(self, option: str, text: str) -> str:
        """Return a member of staff of the site."""
        return chosen(option, text, self._people)

    def day(self, option: str, text: str) -> date:
        """Return a date of the roster."""
        day = self.any_day(option, text)
        if day not in self._dates:
            first, last = min(self._dates), max(self._dates)
            raise WrongValueError(option, text, self._call.say("usage.outside", first=first, last=last))
        return day

    def any_day(self, option: str, text: str) -> date:
        """Return a date, of the roster or not."""
        try:
            return date.fromisoformat(text.strip())
        except ValueError as error:
            raise WrongValueError(option, text, self._call.say("usage.date")) from error

    def _hours(self, option: str, whole: str, text: str) -> Interval:
        start, _, end = text.partition("-")
        try:
            hours = Interval(minute_of(start), minute_of(end))
        except ValueError as error:
            raise WrongValueError(option, whole, self._call.say("usage.hours")) from error
        if hours.end <= hours.start:
            raise WrongValueError(option, whole, self._call.say("usage.hours"))
        return hours

    def _parts(self, option: str, text: str, least: int, most: int) -> Sequence[str]:
        parts = [one.strip() for one in text.split(",")]
        if not least <= len(parts) <= most or not all(parts):
            shape = self._call.say(f"usage.shape.{option.lstrip('-').replace('-', '_')}")
            raise WrongValueError(option, text, shape)
        return parts
