"""The parts that say where results come from: method, sources, limits, provenance."""

from typing import Any

from model.figures import Label
from reports.phrase import Amount, Phrase
from reports.results import Compared, Planned
from reports.story.blocks import Block, Part, Shown, Text, Tone
from reports.tables.figures import Cited, figures_table, labels_table
from reports.tables.provenance import provenance_table
from reports.tables.table import Table

LIMITS = ("assumptions", "people", "law", "calendar", "interval", "sensitivity")
OF_A_ROSTER = ("people", "law")


def method_part(compared: Compared | None, planned: Planned | None) -> Part:
    """Return how the results were found, only the steps that were taken."""
    steps = ["day", "luck", "interval"]
    steps += ["scenario"] if compared else []
    steps += ["least"] if compared and any(one.needed for one in compared.results) else []
    steps += ["requirement", "roster", "again"] if planned else []
    blocks = tuple(Text(Phrase(f"report.method.{step}"), Tone.ITEM) for step in steps)
    return Part("method", Phrase("report.method.title"), blocks)


def sources_part(cited: tuple[Cited, ...]) -> Part | None:
    """Return what the input rests on, or None where the input says nothing about its figures."""
    certainty = how_sure(cited)
    if certainty is None:
        return None
    blocks: tuple[Block, ...] = (Text(certainty), Shown(labels_table(cited)))
    return Part("sources", Phrase("report.sources.title"), blocks)


def how_sure(cited: tuple[Cited, ...]) -> Phrase | None:
    """Return how many figures of the input are assumptions, or None where there are no figures."""
    rows = sum(one.figure.rows for one in cited)
    if not rows:
        return None
    assumed = sum(one.figure.rows for one in cited if one.figure.label not in (Label.SOURCED, Label.DERIVED))
    facts = {"rows": Amount(rows), "assumed": Amount(assumed), "part": Amount(assumed / rows, 0, True)}
    return Phrase("report.sources.intro", facts)


def figures_annex(cited: tuple[Cited, ...]) -> Part | None:
    """Return the list of every group of figures with label and source."""
    if not cited:
        return None
    return Part("figures", Phrase("report.sources.annex"), (Shown(figures_table(cited)),), annex=True)


def limits_part(compared: Compared | None, planned: Planned | None) -> Part:
    """Return what the results do not say."""
    keys = [key for key in LIMITS if key not in OF_A_ROSTER or planned is not None]
    blocks = tuple(Text(Phrase(f"report.limits.{key}"), Tone.ITEM) for key in keys)
    if compared is not None and compared.interrupted:
        facts = {"replications": Amount(compared.replications)}
        blocks = (Text(Phrase("report.limits.interrupted", facts), Tone.ITEM), *blocks)
    return Part("limits", Phrase("report.limits.title"), blocks)


def provenance_annex(calendar: Table, certificate: dict[str, Any]) -> Part:
    """Return the certificate and the calendar with its status."""
    plain = {key: value for key, value in certificate.items() if key != "calendar"}
    blocks: list[Block] = [Text(Phrase("report.provenance.intro")), Shown(provenance_table(plain))]
    if calendar.rows:
        blocks.append(Shown(calendar))
    return Part("provenance", Phrase("report.provenance.title"), tuple(blocks), annex=True)
