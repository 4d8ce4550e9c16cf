"""Those among whom work is shared out evenly."""

from model.rostering.problem import RosterProblem
from model.staff import Person


def peers(problem: RosterProblem) -> tuple[Person, ...]:
    """Return the full-time people of use at the site who have no leave, loan or legal limit on an open date.

    Comparing the others with them would call lawful differences unfair.
    """
    return tuple(person for person in problem.people.values() if _comparable(problem, person))


def _comparable(problem: RosterProblem, person: Person) -> bool:
    if person.part_time or not person.skills.keys() & set(problem.skills):
        return False
    days = problem.open_dates
    if person.site != problem.site or any((person.id, day) in problem.lent for day in days):
        return False
    limited = any(limit.first <= day <= limit.last for limit in person.limits for day in days)
    return not limited and not any(problem.on_leave(person.id, day) for day in days)
