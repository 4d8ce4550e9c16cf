"""Who sits at which counter: a largest matching of people and counters, decided by the order of the files."""

from collections.abc import Sequence


def largest_matching(choices: Sequence[Sequence[int]]) -> list[int | None]:
    """Match each person to one of their choices, as many people as possible; None where there is none left.

    ``choices[person]`` lists counters, the best first. Earlier people are never thrown out, only moved to another of
    their own choices (augmenting paths, H. W. Kuhn 1955), so the result is the same on every machine.
    """
    holder: dict[int, int] = {}
    for person in range(len(choices)):
        _place(person, choices, holder, set())
    found: list[int | None] = [None] * len(choices)
    for counter, person in holder.items():
        found[person] = counter
    return found


def _place(person: int, choices: Sequence[Sequence[int]], holder: dict[int, int], tried: set[int]) -> bool:
    """Give the person a counter, moving others along if that frees one."""
    for counter in choices[person]:
        if counter not in holder:
            holder[counter] = person
            return True
    for counter in choices[person]:
        if counter in tried:
            continue
        tried.add(counter)
        if _place(holder[counter], choices, holder, tried):
            holder[counter] = person
            return True
    return False
