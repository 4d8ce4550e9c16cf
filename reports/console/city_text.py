"""A city's rosters as a table: one line a site, then the whole, then who is lent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reports.console.call import Call
from reports.console.table_text import aligned
from reports.wording.numbers import number, percent

if TYPE_CHECKING:
    from scenarios.city.lending import Lending
    from scenarios.city.site import SiteAnswer

COLUMNS = ("site", "staff", "lawful", "cost", "bound", "gap", "shortage")


def city_lines(call: Call, lending: "Lending", sites: int, lent: Sequence[tuple[str, str, str]]) -> tuple[str, ...]:
    """Return the table and what to make of it."""
    instance = lending.question.instance
    solved = [one for one in lending.best.values() if one.solution]
    head = call.say("city.summary", lawful=len(solved), sites=sites)
    rows = [[call.say(f"city.column.{name}") for name in COLUMNS]]
    rows += [_row(call, lending, one) for one in lending.best.values()]
    lines = [head, *aligned(rows, (False, *(True for _ in COLUMNS[1:])))] if lending.best else [head]
    if lent:
        lines.append(call.say("city.lent", count=len(lent)))
        names = {person: instance.staff[person].name for person, _, _ in lent if person in instance.staff}
        lines += [
            "  " + call.say("city.loan", person=names.get(who, who), home=home, host=host) for who, home, host in lent
        ]
    return tuple(lines)


def _row(call: Call, lending: "Lending", one: "SiteAnswer") -> list[str]:
    instance = lending.question.instance
    name, staff = instance.sites[one.site].name, number(len(instance.people(one.site)), call.lang)
    if one.solution is None:
        return [name, staff, call.say("city.no"), "–", "–", "–", "–"]
    points = [number(value, call.lang) for value in (one.solution.cost, one.solution.bound)]
    gap, short = percent(one.solution.gap, call.lang), number(one.shortage, call.lang)
    return [name, staff, call.say("city.yes"), *points, gap, short]


def city_record(lending: "Lending", interrupted: bool) -> dict[str, Any]:
    """Return the same for programs."""
    rows = [
        {
            "site": one.site,
            "lawful": one.solution is not None,
            "cost": one.solution.cost if one.solution else None,
            "bound": one.solution.bound if one.solution else None,
            "gap": one.solution.gap if one.solution else None,
            "shortage": one.shortage if one.solution else None,
        }
        for one in lending.best.values()
    ]
    loans = [{"staff": x.person, "from": x.home, "to": x.host, "minutes": round(x.minutes, 1)} for x in lending.loans]
    return {"dates": lending.question.dates, "sites": rows, "loans": loans, "interrupted": interrupted}
