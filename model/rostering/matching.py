"""The most needs a group of multi-skilled people can serve at once, each of them one: exact, without a solver."""

from collections import Counter
from collections.abc import Mapping, Sequence

from model.matching import largest_matching


def most_served(profiles: Sequence[frozenset[str]], needs: Mapping[str, int]) -> dict[str, int]:
    """Return how many people serve each skill in an allotment that serves most."""
    seats = [skill for skill in sorted(needs) for _ in range(needs[skill])]
    choices = [[seat for seat, skill in enumerate(seats) if skill in profile] for profile in profiles]
    taken = Counter(seats[seat] for seat in largest_matching(choices) if seat is not None)
    return {skill: taken[skill] for skill in needs}
