"""The stages that follow the first of a visit: the payment, the way back to the same counter."""

from dataclasses import dataclass

from model.services import Law, VisitType


@dataclass(frozen=True, slots=True)
class FurtherStage:
    """What some visits for a service go on to, on the same day and site.

    ``order`` says which of the visit's further stages comes first. The stage is served like the service ``at``: by who
    has its skill, at counters that offer it. A ``share`` of the visits comes to it, ``gap`` minutes after the stage
    before; with ``same_counter`` the citizen waits for the member of staff of the stage before.
    """

    service: str
    visit: VisitType
    order: int
    at: str
    law: Law
    share: float = 1.0
    gap: float = 0.0
    same_counter: bool = False
