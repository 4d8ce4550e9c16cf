"""What a repair is asked to do, read: the data, the roster that holds, the events and the terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from model.instance import Instance
from model.roster import Assignment, Roster
from reports.console.call import Call
from reports.console.choices import WrongValueError
from reports.console.current import Current, current_roster
from reports.console.events_text import Reading
from reports.console.workspace import open_workspace, site_of, week_of
from reports.roster_book.published import with_published
from reports.roster_book.shelf import period_text

if TYPE_CHECKING:
    from model.rostering.repair.events import Absence, Event
    from model.rostering.repair.repair import Terms


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the events as typed, what must stay, and how far the search may go."""

    site: str | None
    week: str | None
    roster: Path | None
    absent: Sequence[str]
    leave: Sequence[str]
    swap: Sequence[str]
    extra: Sequence[str]
    lock: Sequence[str]
    freeze_until: str | None
    budget: float
    seconds: float
    replications: int | None
    no_waits: bool
    dry_run: bool
    out: Path | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The question, read: the data, the roster that holds, the events and the terms."""

    call: Call
    workspace: Path
    instance: Instance
    site: str
    dates: tuple[date, ...]
    current: Current
    events: "tuple[Event, ...]"
    terms: "Terms"

    @property
    def named(self) -> tuple[object, ...]:
        """The workspace, site and week as they are typed after a command."""
        return (self.workspace, "--site", self.site, "--week", period_text(self.dates))


def read_asked(call: Call, workspace: Path, wanted: Wanted) -> Asked:
    """Read what was typed.

    Raises:
        WrongValueError: for a value that cannot be read, no event at all, or one on a frozen date.
        InputError: when the workspace or the roster cannot be read.
    """
    from model.rostering.repair.repair import Terms

    instance, _ = open_workspace(call, workspace)
    site, dates = site_of(call, instance, wanted.site), week_of(call, instance, wanted.week)
    instance = with_published(instance, workspace, site, dates)
    current = current_roster(call, workspace, instance, site, dates, wanted.roster)
    read = Reading(call, instance, site, dates)
    events: tuple[Event, ...] = (
        *(read.absence("--absent", one, "sick") for one in wanted.absent),
        *(read.absence("--leave", one, "annual") for one in wanted.leave),
        *(read.swap("--swap", one) for one in wanted.swap),
        *(read.extra("--extra", one) for one in wanted.extra),
    )
    if not events:
        raise WrongValueError("--absent", "", call.say("usage.no_event"))
    terms = Terms(
        freeze_until=read.any_day("--freeze-until", wanted.freeze_until) if wanted.freeze_until else None,
        locked=tuple(read.cell("--lock", one) for one in wanted.lock),
        budget=wanted.budget / 100,
        seconds=wanted.seconds,
        seed=instance.settings.run.seed if call.seed is None else call.seed,
    )
    _no_event_is_frozen(call, events, terms)
    # The file may hold other weeks, which are none of this repair's business.
    mine = tuple(one for one in current.roster.assignments if one.date in dates)
    within = Current(Roster(dates, mine), current.revision, current.shelf, current.file)
    return Asked(call, workspace, instance, site, dates, within, events, terms)


def _no_event_is_frozen(call: Call, events: "tuple[Event, ...]", terms: "Terms") -> None:
    """Refuse events on dates that may not change.

    Raises:
        WrongValueError: naming the first such date.
    """
    if terms.freeze_until is None:
        return
    for event in events:
        day = getattr(event, "date", None) or getattr(event, "first", None)
        if day is not None and day < terms.freeze_until:
            raise WrongValueError("--freeze-until", str(terms.freeze_until), call.say("usage.frozen", date=day))


def absences(asked: Asked) -> "list[Absence]":
    """Return who is away from when until when."""
    from model.rostering.repair.events import Absence

    return [one for one in asked.events if isinstance(one, Absence)]


def open_gaps(asked: Asked) -> list[Assignment]:
    """Return the published shifts of those away."""
    from model.rostering.repair.takers import gaps

    return [gap for one in absences(asked) for gap in gaps(asked.current.roster, one.person, one.first, one.last)]


def left_open(asked: Asked) -> Roster:
    """Return the published roster with the shifts of those away simply missing."""
    open_shifts = set(open_gaps(asked))
    kept = tuple(one for one in asked.current.roster.assignments if one not in open_shifts)
    return Roster(asked.current.roster.dates, kept)
