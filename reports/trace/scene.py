"""The day a trace tells of, with the names of everything in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.instance import Instance
from reports.wording import say
from reports.wording.numbers import day

if TYPE_CHECKING:
    from simulate.closeup import CloseUp, Lens, SiteDay


@dataclass(frozen=True, slots=True)
class Scene:
    """One site on one date of one replication, told in a language."""

    lens: "Lens"
    close: "CloseUp"
    site: "SiteDay"
    lang: str

    @property
    def instance(self) -> Instance:
        """Return the administration."""
        return self.lens.stage.instance

    @property
    def replication(self) -> str:
        """Return the number of the replication; the first is 0."""
        return str(self.close.replication)

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence of a trace."""
        return say(self.lang, f"trace.{key}", **facts)

    def clock(self, tick: int) -> str:
        """Write a tick as ``08:14:05``, or ``08:14`` where the clock knows no seconds."""
        seconds = tick * self.instance.settings.tick_ms // 1000
        text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}"
        return text if self.instance.settings.tick_ms >= 60_000 else f"{text}:{seconds % 60:02d}"

    def span(self, ticks: int) -> str:
        """Write a length of time in words, such as ``7 min 5 s``."""
        seconds = round(ticks * self.instance.settings.tick_ms / 1000)
        hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
        parts = [("hours", hours), ("minutes", minutes), ("seconds", rest)]
        return " ".join(self.say(f"unit.{key}", value=value) for key, value in parts if value) or self.say("unit.none")

    def where(self) -> dict[str, str]:
        """Return the facts of every title: site, date, replication."""
        return {
            "site": self.instance.sites[self.site.plan.site].name,
            "day": day(self.close.day, self.lang),
            "replication": self.replication,
        }

    def person(self, code: str) -> str:
        """Return a person's name with the id; a machine has none."""
        return f"{self.instance.staff[code].name} ({code})" if code else self.say("machine")

    def service(self, visit: int) -> str:
        """Return the name of the service a visit is for."""
        services = list(self.instance.services.values())
        return services[int(self.close.visits.service[visit])].name.text(self.lang)
