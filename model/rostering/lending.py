"""How far people on loan have to travel."""

from model.geography import journey_minutes, straight_km
from model.rostering.problem import RosterProblem
from model.staff import Person


def way_minutes(problem: RosterProblem, person: Person) -> int:
    """Return the whole minutes, rounded, of the way from the home site to this one, one way."""
    home, here = problem.instance.sites[person.site], problem.instance.sites[problem.site]
    travel = problem.instance.settings.travel
    return round(journey_minutes(travel.detour * straight_km(home.lat, home.lon, here.lat, here.lon), travel))
