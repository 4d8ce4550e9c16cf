"""The part that compares scenarios."""

from reports.charts.build import scenario_chart
from reports.phrase import Amount, Fact, Phrase
from reports.results import Compared
from reports.story.blocks import Block, Drawn, Heading, Part, Shown, Text
from reports.tables.days import period
from reports.tables.scenarios import changes_table, comparison_table


def scenarios_part(compared: Compared) -> Part:
    """Return table, chart and paired differences of the scenarios."""
    facts: dict[str, Fact] = {
        "count": Amount(len(compared.results)),
        "period": period(compared.dates),
        "days": Amount(len(compared.dates)),
        "replications": Amount(compared.replications),
    }
    blocks: list[Block] = [
        Text(Phrase("report.scenarios.intro", facts)),
        Shown(comparison_table(compared)),
    ]
    chart = scenario_chart(compared)
    if chart is not None:
        blocks.append(Drawn(chart))
    changes = changes_table(compared)
    if changes is not None:
        blocks += [Heading(Phrase("report.scenarios.changes")), Shown(changes)]
    return Part("scenarios", Phrase("report.scenarios.title"), tuple(blocks))
