"""Everything a report tells, made ready: the story, the tables, the certificate, and frames for those who compute."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from model.instance import Instance
from reports.provenance import provenance
from reports.results import Compared, Planned
from reports.story.blocks import Story
from reports.story.tell import tell
from reports.tables.book import book
from reports.tables.figures import Cited
from reports.tables.table import Table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Told:
    """A report before any writer. ``raw`` are further frames by name, such as one row a scenario and replication."""

    story: Story
    tables: tuple[Table, ...]
    certificate: Mapping[str, Any]
    raw: Mapping[str, "pd.DataFrame"] = field(default_factory=dict)


def told(
    instance: Instance,
    compared: Compared | None,
    planned: Planned | None,
    raw: Mapping[str, "pd.DataFrame"] | None = None,
) -> Told:
    """Tell a comparison, a week, or both.

    Raises:
        ValueError: when there is neither.
    """
    if compared is None and planned is None:
        raise ValueError("nothing to report")
    cited = cited_figures(instance, compared, planned)
    certificate = provenance(instance, compared, planned)
    story = tell(instance, compared, planned, cited, certificate)
    return Told(story, book(instance, compared, planned, cited, certificate), certificate, raw or {})


def cited_figures(instance: Instance, compared: Compared | None, planned: Planned | None) -> tuple[Cited, ...]:
    """Return the figures of the workspaces the results rest on, each workspace once."""
    used = [instance] if compared is not None else []
    if planned is not None and planned.instance.digest not in {one.digest for one in used}:
        used.append(planned.instance)
    return tuple(Cited(one.name, figure) for one in used for figure in one.figures)
