"""The most needs a group of multi-skilled people can serve at once, each of them one: exact, without a solver."""

from collections.abc import Mapping, Sequence


def most_served(profiles: Sequence[frozenset[str]], needs: Mapping[str, int]) -> dict[str, int]:
    """Return how many people serve each skill in an allotment that serves most.

    Augmenting paths (Kuhn 1955): every person in turn takes a free need, if need be by moving others on.
    """
    seated: dict[str, list[int]] = {skill: [] for skill in needs}

    def seat(person: int, tried: set[str]) -> bool:
        for skill in sorted(profiles[person] & needs.keys() - tried):
            tried.add(skill)
            if len(seated[skill]) < needs[skill]:
                seated[skill].append(person)
                return True
            for place, other in enumerate(seated[skill]):
                if seat(other, tried):
                    seated[skill][place] = person
                    return True
        return False

    for person in range(len(profiles)):
        seat(person, set())
    return {skill: len(people) for skill, people in seated.items()}
