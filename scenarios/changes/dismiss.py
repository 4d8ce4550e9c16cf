"""Take people out of a scenario with everything that names them."""

from collections.abc import Collection
from dataclasses import replace

from model.instance import Instance


def dismiss(instance: Instance, people: Collection[str]) -> Instance:
    """Return the administration without the people, their leave, wishes, locked cells and rostered shifts."""
    gone = frozenset(people)
    roster = instance.roster
    if roster is not None:
        roster = replace(roster, assignments=tuple(one for one in roster.assignments if one.person not in gone))
    return replace(
        instance,
        staff={code: person for code, person in instance.staff.items() if code not in gone},
        leave=tuple(one for one in instance.leave if one.person not in gone),
        wishes=tuple(one for one in instance.wishes if one.person not in gone),
        loans=tuple(one for one in instance.loans if one.person not in gone),
        locks=tuple(one for one in instance.locks if one.person not in gone),
        roster=roster,
    )
