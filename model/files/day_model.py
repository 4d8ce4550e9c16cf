"""What the settings may say about the day of a centre, and of one site."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from model.files.cells import member
from model.files.codes import Code
from model.files.numbers import AtLeastOne, Correlation, DelayMinutes, Heads, Share, Variation
from model.files.rows.row import Fault
from model.files.settings_part import Part
from model.settings import (
    KINDS_OF_PRIORITY,
    BreakPolicy,
    ClosingRule,
    PriorityClass,
    PriorityRule,
    QueueRule,
    StaffChoice,
    SwapRule,
)

Breaks = Annotated[BreakPolicy, BeforeValidator(member(BreakPolicy))]
Closing = Annotated[ClosingRule, BeforeValidator(member(ClosingRule))]
Choice = Annotated[StaffChoice, BeforeValidator(member(StaffChoice))]
Rule = Annotated[PriorityRule, BeforeValidator(member(PriorityRule))]
Swap = Annotated[SwapRule, BeforeValidator(member(SwapRule))]
Rows = Annotated[QueueRule, BeforeValidator(member(QueueRule))]
Class = Annotated[PriorityClass, BeforeValidator(member(PriorityClass))]


class HeadStart(Part):
    """Minutes by class that a ticket counts as if taken earlier."""

    priority: DelayMinutes = 0
    booked: DelayMinutes = 0
    walk_in: DelayMinutes = 0
    elderly: DelayMinutes | None = None
    pregnant: DelayMinutes | None = None
    disabled: DelayMinutes | None = None
    merit: DelayMinutes | None = None


class PriorityClasses(Part):
    """Shares of the kinds of priority among those who have it."""

    elderly: Share = 0.0
    pregnant: Share = 0.0
    disabled: Share = 0.0
    merit: Share = 0.0


class SiteDayPart(Part):
    """The rules of the day that a site may have of its own."""

    breaks: Breaks = BreakPolicy.FIXED_END
    closing: Closing = ClosingRule.SERVE
    staff_choice: Choice = StaffChoice.LONGEST_IDLE
    break_delay: DelayMinutes | None = None
    not_there: Share = 0.0
    not_there_minutes: DelayMinutes = 1
    not_there_calls: AtLeastOne = 1
    priority: Rule = PriorityRule.STRICT
    priority_order: tuple[tuple[Class, ...], ...] | None = None
    head_start: HeadStart = HeadStart()
    nth_call: AtLeastOne = 3
    balking: dict[DelayMinutes, Share] = Field(default_factory=dict)
    queues: Rows = QueueRule.COMMON
    swap_breaks: Swap = SwapRule.NONE

    def faults(self) -> Iterator[Fault]:
        """Yield an order of priority that leaves a class out or names one twice, and a balking that falls."""
        named = [one for group in self.priority_order or () for one in group]
        needed = {one for one in PriorityClass if one not in KINDS_OF_PRIORITY}
        if self.priority_order is not None and (len(set(named)) < len(named) or needed - set(named)):
            yield Fault(Code.CHOICE_UNKNOWN, "priority_order", ", ".join(named), {"choices": ", ".join(PriorityClass)})
        leaving = [self.balking[minutes] for minutes in sorted(self.balking)]
        if leaving != sorted(leaving):
            shown = " ".join(f"{minutes}: {self.balking[minutes]:g}" for minutes in sorted(self.balking))
            yield Fault(Code.BALKING_FALLS, "balking", shown)


class DayPart(SiteDayPart):
    """The rules of the day of the workspace."""

    ticket_cap: Heads | None = None
    priority_classes: PriorityClasses = PriorityClasses()
    busyness_cv: Variation = 0.0
    busyness_correlation: Correlation = 0.0

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong at a site too, and kinds of priority that are more than all."""
        yield from super().faults()
        shares = self.priority_classes.model_dump()
        if sum(shares.values()) > 1 + 1e-9:
            shown = " ".join(f"{name} {share:g}" for name, share in shares.items() if share)
            yield Fault(Code.CLASS_SHARES_OVER, "priority_classes", shown)
