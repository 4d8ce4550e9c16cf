"""A largest matching of people and seats, decided by the order of the files; a seat is a counter, or one of a need."""

from collections.abc import Sequence


def largest_matching(choices: Sequence[Sequence[int]]) -> list[int | None]:
    """Match each person to one of their choices, as many people as possible; None where there is none left.

    ``choices[person]`` lists seats, the best first. Earlier people are never thrown out, only moved to another of
    their own choices (augmenting paths, H. W. Kuhn 1955), so the result is the same on every machine.
    """
    holder: dict[int, int] = {}
    for person in range(len(choices)):
        _place(person, choices, holder, set())
    found: list[int | None] = [None] * len(choices)
    for seat, person in holder.items():
        found[person] = seat
    return found


def _place(person: int, choices: Sequence[Sequence[int]], holder: dict[int, int], tried: set[int]) -> bool:
    """Give the person a seat, moving others along if that frees one."""
    for seat in choices[person]:
        if seat not in holder:
            holder[seat] = person
            return True
    for seat in choices[person]:
        if seat in tried:
            continue
        tried.add(seat)
        if _place(holder[seat], choices, holder, tried):
            holder[seat] = person
            return True
    return False
