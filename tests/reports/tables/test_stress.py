"""The STRESS-DES sheet has every item of the checklist, in both languages, filled from the run."""

from dataclasses import replace

import pytest

from model.settings import BreakPolicy, DayRules
from reports.provenance import provenance
from reports.tables.stress import SECTIONS, Study, stress_table
from reports.told import told
from reports.wording import LANGUAGES
from reports.writers.markdown import stress_markdown


@pytest.fixture
def study(instance):
    certificate = provenance(instance, None, None)
    return Study(instance, "measure", (instance.name,), instance.settings.run.dates, 77, 12, certificate)


def text(study: Study, lang: str = "en") -> str:
    return stress_markdown(stress_table(study), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_item_is_filled(study, lang):
    table = stress_table(study)
    rows = list(table.body(lang))
    assert [row[0] for row in rows] == [number for items in SECTIONS.values() for number in items]
    assert len(rows) == 24
    page = stress_markdown(table, lang)
    assert page.count("\n## ") == len(SECTIONS) == 6
    for number, item, what in rows:
        assert item and what and "{" not in what
        assert f"**{number} {item}.** {what}" in page


def test_the_facts_are_those_of_the_run(study):
    page = text(study)
    assert "seed 77" in page and "12 replications. The number was fixed beforehand." in page
    assert "Branch 7 & <test>" in page and "called within 15 minutes" in page
    assert "sourced 2, derived 1, assumption 2, no label 0" in page
    assert "lognormal (2)" in page and "sha256:0123456789abcdef" in page
    assert "everyone works the usual shift" in page


def test_other_runs_tell_other_things(study):
    rules = replace(study.instance.settings, rules=DayRules(BreakPolicy.PREEMPT), measure_from=240)
    other = replace(study, instance=replace(study.instance, settings=rules), precision=0.05, rostered=True)
    page = text(other)
    assert "interrupted at once" in page and "before 04:00" in page
    assert "at most 5.0% of it" in page and "a roster says who works" in page
    assert page != text(study)


@pytest.mark.parametrize(("compare", "week"), [(True, True), (True, False), (False, True)])
def test_every_report_has_the_sheet(instance, compared, planned, compare, week):
    (sheet,) = [
        one
        for one in told(instance, compared if compare else None, planned if week else None).tables
        if one.key == "stress"
    ]
    aims = dict((row[0], row[2]) for row in sheet.body("en"))["1.3"]
    assert ("options for merging" in aims) == compare
    assert ("made for its demand" in aims) == week
