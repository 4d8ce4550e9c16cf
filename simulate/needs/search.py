"""Raise where the promise fails, then trim where one member of staff less still keeps it."""

from collections.abc import Callable
from dataclasses import dataclass

Staffing = tuple[int, ...]
"""Members of staff serving one skill, slot by slot of a day."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a simulation of one staffing showed, slot by slot.

    ``slack`` is by how much those who arrived in the slot were kept the promise, as a share of them; negative where
    it was broken.
    """

    slack: tuple[float, ...]

    @property
    def kept(self) -> bool:
        """Whether the promise holds in every slot."""
        return min(self.slack, default=0.0) >= 0


Trial = Callable[[Staffing], Finding]

# A slot that misses by this much is far off: it is raised by this part of its staff at a time.
FAR_OFF = -0.3
LEAP = 0.15
# A raise that gains less than this did not reach the cause, which then lies in a neighbouring slot; after so many
# raises in vain the slot is given up: more staff does not help.
NO_GAIN = 0.005
IN_VAIN = 4


def least_staffing(start: Staffing, floor: Staffing, cap: Staffing, trial: Trial) -> Staffing:
    """Return a staffing that keeps the promise in the trials, from which no single slot can lose one more.

    ``floor`` and ``cap`` bound each slot. A slot where more staff does not help ends as low as what it can reach
    allows. More staff is taken never to hurt, so a slot that once could not be lowered is not tried again.
    """
    staffing, finding = raised(start, cap, trial)
    return _trim(staffing, finding, floor, trial)


def raised(staffing: Staffing, cap: Staffing, trial: Trial) -> tuple[Staffing, Finding]:
    """Add staff to the slots that miss, until none does or nothing more helps; return what was found there."""
    finding = trial(staffing)
    vain = [0] * len(staffing)
    while True:
        higher = _higher(staffing, finding, vain, cap)
        if higher == staffing:
            return staffing, finding
        after = trial(higher)
        for slot, (old, new) in enumerate(zip(finding.slack, after.slack, strict=True)):
            vain[slot] = vain[slot] + 1 if old < 0 and new - old < NO_GAIN else 0
        staffing, finding = higher, after


def _higher(staffing: Staffing, finding: Finding, vain: list[int], cap: Staffing) -> Staffing:
    """Return the staffing with each missing slot raised, and the neighbours of those a raise did not help."""
    missing = {slot for slot, slack in enumerate(finding.slack) if slack < 0 and vain[slot] < IN_VAIN}
    near = {slot + side for slot in missing if vain[slot] for side in (-1, 1)}
    return tuple(
        min(max(limit, number), number + _step(number, finding.slack[slot], slot in missing, slot in near))
        for slot, (number, limit) in enumerate(zip(staffing, cap, strict=True))
    )


def _step(number: int, slack: float, missing: bool, near: bool) -> int:
    """Return by how much a slot is raised: in leaps where it is far off."""
    if missing and slack < FAR_OFF:
        return max(1, round(LEAP * number))
    return int(missing or near)


def _trim(staffing: Staffing, finding: Finding, floor: Staffing, trial: Trial) -> Staffing:
    """Take one away wherever the promise still holds, the slots with the most slack first."""
    bounds = tuple(min(0.0, slack - NO_GAIN) if slack < 0 else 0.0 for slack in finding.slack)
    for slot in sorted(range(len(staffing)), key=lambda place: (-finding.slack[place], place)):
        while staffing[slot] > floor[slot]:
            lower = (*staffing[:slot], staffing[slot] - 1, *staffing[slot + 1 :])
            if any(slack < bound for slack, bound in zip(trial(lower).slack, bounds, strict=True)):
                break
            staffing = lower
    return staffing
