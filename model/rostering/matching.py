"""The best a group of multi-skilled people can serve at once, each of them one need: exact, without a solver."""

from collections import Counter
from collections.abc import Mapping, Sequence

from model.matching import largest_matching


def most_served(profiles: Sequence[frozenset[str]], needs: Mapping[str, int]) -> dict[str, int]:
    """Return how many people serve each skill in an allotment that serves most, lacks spread evenly over the skills.

    The needs are served in the order of what is still missing of their skill, and one once served is never given up.
    The greedy way is best for every convex price of what is missing, as the sets of needs that can be served at once
    are a matroid (Edmonds 1971).
    """
    seats = sorted((served - needs[skill], skill) for skill in needs for served in range(needs[skill]))
    choices = [[person for person, profile in enumerate(profiles) if skill in profile] for _, skill in seats]
    matched = zip(seats, largest_matching(choices), strict=True)
    taken = Counter(skill for (_, skill), person in matched if person is not None)
    return {skill: taken[skill] for skill in needs}
