"""Tells the whole report: only the parts there is something to say about."""

from typing import Any

from model.instance import Instance
from reports.phrase import Phrase
from reports.results import Compared, Planned
from reports.story.answer import answer_part
from reports.story.background import figures_annex, limits_part, method_part, provenance_annex, sources_part
from reports.story.blocks import Part, Story
from reports.story.details import details_annex
from reports.story.scenarios import scenarios_part
from reports.story.week import roster_annex, week_part
from reports.tables.days import calendar_days, calendar_table
from reports.tables.figures import Cited


def tell(
    instance: Instance,
    compared: Compared | None,
    planned: Planned | None,
    cited: tuple[Cited, ...],
    certificate: dict[str, Any],
) -> Story:
    """Return the report of a comparison, of a week, or of both."""
    parts: list[Part | None] = [
        answer_part(compared, planned, cited),
        scenarios_part(compared) if compared else None,
        week_part(planned) if planned else None,
        method_part(compared, planned),
        sources_part(cited),
        limits_part(compared, planned),
        roster_annex(planned) if planned else None,
        details_annex(compared) if compared else None,
        figures_annex(cited),
        provenance_annex(calendar_table(calendar_days(instance, compared, planned)), certificate),
    ]
    kind = "both" if compared and planned else "comparison" if compared else "week"
    subject = Phrase(f"report.subject.{kind}", {"name": instance.name})
    return Story(subject, _grounds(planned), tuple(part for part in parts if part is not None))


def _grounds(planned: Planned | None) -> tuple[Phrase, ...]:
    keys = ("one_stop", "waiting") + (("labour", "labour_decree", "hours") if planned else ())
    return tuple(Phrase(f"report.grounds.{key}") for key in keys)
