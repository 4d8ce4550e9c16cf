"""The part about a branch's week: what the roster does to the waits, the staff needed, the staff present."""

from reports.charts.build import cover_chart, heat_map, wait_chart
from reports.phrase import Amount, Fact, Phrase
from reports.results import Planned
from reports.story.blocks import Block, Drawn, Heading, Part, Shown, Text
from reports.tables.cover import requirement_table
from reports.tables.days import period
from reports.tables.roster import costs_table, roster_table, shifts_table
from reports.tables.table import filled
from reports.tables.week import week_services_table, week_table

KEY = "report.week"


def week_part(planned: Planned) -> Part:
    """Return waits before and after, the requirement, and what the roster costs."""
    blocks: list[Block] = [Text(Phrase(f"{KEY}.intro", _facts(planned)))]
    blocks += [Shown(week_table(planned))]
    blocks += [Drawn(chart) for chart in (wait_chart(planned), heat_map(planned)) if chart is not None]
    blocks += [Shown(table) for table in filled([week_services_table(planned)])]
    blocks += [Heading(Phrase(f"{KEY}.need")), Text(Phrase(f"{KEY}.need_intro", _need(planned)))]
    cover = cover_chart(planned)
    if cover is not None:
        blocks.append(Drawn(cover))
    blocks += [Shown(table) for table in filled([requirement_table(planned)])]
    blocks += [Heading(Phrase(f"{KEY}.roster")), Text(_solved(planned))]
    blocks += [Shown(table) for table in filled([costs_table(planned)])]
    return Part("week", Phrase(f"{KEY}.title", {"site": planned.instance.sites[planned.site].name}), tuple(blocks))


def roster_annex(planned: Planned) -> Part | None:
    """Return the roster that is printed and hung up, with the key to its codes; None where nobody is rostered."""
    tables = filled([roster_table(planned), shifts_table(planned)])
    if not planned.roster.assignments:
        return None
    facts: dict[str, Fact] = {"site": planned.instance.sites[planned.site].name, "period": period(planned.dates)}
    title = Phrase(f"{KEY}.annex", facts)
    return Part("roster", title, tuple(Shown(table) for table in tables), annex=True, wide=True)


def _facts(planned: Planned) -> dict[str, Fact]:
    return {
        "site": planned.instance.sites[planned.site].name,
        "period": period(planned.dates),
        "people": Amount(len(planned.instance.people(planned.site))),
        "replications": Amount(planned.replications),
    }


def _need(planned: Planned) -> dict[str, Fact]:
    needs = planned.requirement
    return {"hours": Amount(needs.staff_hours), "simulations": Amount(needs.simulations)}


def _solved(planned: Planned) -> Phrase:
    facts: dict[str, Fact] = {
        "cost": Amount(planned.cost),
        "bound": Amount(planned.bound),
        "breaches": Amount(planned.breaches),
    }
    return Phrase(f"{KEY}.solved_{planned.status}", facts)
