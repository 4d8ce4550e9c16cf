"""What holds for the whole workspace: slots, opening, the promise, the rules of the day, the prices of a roster."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from model.absence import Absence
from model.breaks import BreakPolicy as BreakPolicy
from model.centre import Days, Week
from model.coming import Bookings, Crowd
from model.geography import Travel
from model.outages import RandomOutage
from model.services import Target


class ClosingRule(StrEnum):
    """What happens to those inside when the door closes for the day."""

    SERVE = "serve"
    SEND_HOME = "send_home"


class StaffChoice(StrEnum):
    """Which idle member of staff takes a citizen, after the skill preference."""

    LONGEST_IDLE = "longest_idle"
    FEWEST_SKILLS = "fewest_skills"


class PriorityRule(StrEnum):
    """What a class is worth in the queue.

    ``strict``: a class named before another is always called before it. ``head_start``: every class is called by the
    time of the ticket, as if it had been taken the class's minutes earlier. ``nth_call``: everybody is called by
    ticket, but every n-th call of a queue goes to the first of the highest class.
    """

    STRICT = "strict"
    HEAD_START = "head_start"
    NTH_CALL = "nth_call"


class QueueRule(StrEnum):
    """How many rows of numbers there are: one for all, one for each field, or one for each service.

    Where there are several, a free counter calls from the longest row it can serve.
    """

    COMMON = "common"
    FIELD = "field"
    SERVICE = "service"


class SwapRule(StrEnum):
    """Whether a colleague of the same skills goes in the place of somebody who is with a citizen.

    ``idle``: one who is idle at the time. ``first_free``: one who is idle, else whoever of them has finished first.
    """

    NONE = "none"
    IDLE = "idle"
    FIRST_FREE = "first_free"


class PriorityClass(StrEnum):
    """Who a citizen is for the queue.

    ``elderly``, ``pregnant``, ``disabled`` and ``merit`` (people with merit to the revolution) are kinds of
    ``priority`` and are called like it unless the rules name them. Source: Law on the Elderly 39/2009/QH12,
    arts 2 and 3.1(c), for the elderly; for the others the house rules of the one-stop departments.
    """

    PRIORITY = "priority"
    BOOKED = "booked"
    WALK_IN = "walk_in"
    ELDERLY = "elderly"
    PREGNANT = "pregnant"
    DISABLED = "disabled"
    MERIT = "merit"


KINDS_OF_PRIORITY = (PriorityClass.ELDERLY, PriorityClass.PREGNANT, PriorityClass.DISABLED, PriorityClass.MERIT)


@dataclass(frozen=True, slots=True)
class DayRules:
    """The rules of the day; ``priority_order`` lists the classes called first to last, where ``priority`` is strict.

    ``head_start`` gives minutes by class where it is not. ``break_delay`` is how many minutes a break or the end of a
    shift may at most begin late because of the citizen in hand; None: as long as the citizen takes.
    ``ticket_cap`` is how many tickets a site gives out a day, where it has no number of its own; None: no limit.
    A share ``not_there`` of those who had to wait is not there when called, which costs ``not_there_minutes``; they are
    called ``not_there_calls`` times in all before they are given up, and each call misses them with the same share.
    Every ``nth``-th call goes by class where ``priority`` is by calls. ``priority_classes`` parts those with priority
    into kinds, by shares. ``balking`` gives, by rising minutes of shown wait, the share of those without a booking who
    then take no ticket. ``queues`` says how many rows of numbers there are. ``swap_breaks`` says who may
    go in the place of a colleague who is with a citizen; they then work each other's rest of the day.
    """

    breaks: BreakPolicy = BreakPolicy.FIXED_END
    closing: ClosingRule = ClosingRule.SERVE
    staff_choice: StaffChoice = StaffChoice.LONGEST_IDLE
    priority_order: tuple[tuple[PriorityClass, ...], ...] = (
        (PriorityClass.PRIORITY,),
        (PriorityClass.BOOKED, PriorityClass.WALK_IN),
    )
    priority: PriorityRule = PriorityRule.STRICT
    head_start: tuple[tuple[PriorityClass, int], ...] = ()
    break_delay: int | None = None
    ticket_cap: int | None = None
    not_there: float = 0.0
    not_there_minutes: int = 1
    not_there_calls: int = 1
    nth: int = 3
    priority_classes: tuple[tuple[PriorityClass, float], ...] = ()
    balking: tuple[tuple[int, float], ...] = ()
    queues: QueueRule = QueueRule.COMMON
    swap_breaks: SwapRule = SwapRule.NONE


@dataclass(frozen=True, slots=True)
class RosterPrices:
    """What a roster pays, in points.

    Per staff-slot short or over, per wish not met and weight, per unfair shift, per contract hour not used, per
    ordinary hour's worth of overtime, per shift unlike the week before,
    and per quarter of an hour travelled on loan. Each further person short of one skill in
    one slot costs ``shortage_step`` more than the one before, each further one over in one slot ``surplus_step``.
    """

    shortage: int = 100
    surplus: int = 5
    wish: int = 10
    fairness: int = 20
    contract: int = 1
    overtime: int = 10
    stability: int = 1
    travel: int = 5
    shortage_step: int = 0
    surplus_step: int = 0


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What is simulated when the command line does not say otherwise."""

    dates: tuple[date, ...]
    replications: int = 30
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace.

    ``slot_minutes`` is 15 or 30. ``tick_ms`` is the engine's clock: 1000 is a second. Arrivals before minute
    ``measure_from`` are played but not measured (warm-up of validation workspaces). ``unpopular_shifts`` are spread
    fairly. ``min_present`` members of staff with each skill a site offers must be on duty whenever it is open.
    ``min_supervisors`` of them lead in every session; ``reserves`` reserve officers of each agency stay free. Nobody
    sits at one kind of counter for more than ``rotation_days`` open dates on end; 0 for as long as you like. A shift
    may begin up to ``shift_margin`` minutes before opening and end as long after closing. ``opening_days`` are hours
    of single dates at every site; ``crowd`` comes before the door opens, where a site has no own. ``rules_at`` are the
    rules of the day of sites that have others. ``systems`` fail at random; who lacks papers comes back ``papers_days``
    worked days later, but for the share ``papers_same_day``, back ``papers_minutes`` after they were served.
    """

    slot_minutes: int
    opening: Week
    target: Target
    run: RunSettings
    tick_ms: int = 1000
    measure_from: int = 0
    rules: DayRules = field(default_factory=DayRules)
    travel: Travel = field(default_factory=Travel)
    prices: RosterPrices = field(default_factory=RosterPrices)
    unpopular_shifts: tuple[str, ...] = ()
    min_present: int = 1
    shift_margin: int = 30
    min_supervisors: int = 0
    reserves: int = 1
    rotation_days: int = 0
    opening_days: Days = field(default_factory=dict)
    crowd: Crowd = field(default_factory=Crowd)
    bookings: Bookings = field(default_factory=Bookings)
    absence: Absence = field(default_factory=Absence)
    rules_at: Mapping[str, DayRules] = field(default_factory=dict)
    systems: Mapping[str, RandomOutage] = field(default_factory=dict)
    papers_days: int = 1
    papers_same_day: float = 0.0
    papers_minutes: float = 60.0

    def rules_of(self, site: str) -> DayRules:
        """Return the rules of the day at a site."""
        return self.rules_at.get(site, self.rules)
