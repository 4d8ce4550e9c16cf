"""A report tells only of what there is."""

from dataclasses import replace

import pytest

from reports.story.blocks import Shown
from reports.told import told
from reports.wording import LANGUAGES, catalogue


def _keys(story):
    return [part.key for part in story.parts]


def test_parts_follow_from_what_was_run(instance, compared, planned):
    both = _keys(told(instance, compared, planned).story)
    assert both[:3] == ["answer", "scenarios", "week"]
    assert both[-1] == "provenance"
    assert "week" not in _keys(told(instance, compared, None).story)
    assert "roster" not in _keys(told(instance, compared, None).story)
    assert "scenarios" not in _keys(told(instance, None, planned).story)


def test_an_input_without_labels_has_no_part_about_sources(instance, compared):
    bare = replace(instance, figures=())
    assert not {"sources", "figures"} & set(_keys(told(bare, compared, None).story))


def test_no_table_in_the_text_is_empty(instance, compared, planned):
    nobody = replace(planned, roster=replace(planned.roster, assignments=()), costs={})
    for story in (told(instance, compared, planned).story, told(instance, None, nobody).story):
        for part in story.parts:
            assert part.blocks
            assert all(block.table.rows for block in part.blocks if isinstance(block, Shown))


def test_nothing_to_report_is_refused(instance):
    with pytest.raises(ValueError, match="nothing"):
        told(instance, None, None)


def test_the_law_on_working_time_is_cited_only_for_a_roster(instance, compared, planned):
    grounds = [len(told(instance, compared, week).story.grounds) for week in (None, planned)]
    assert grounds == [2, 5]


def test_the_grounds_name_no_title_and_only_the_dates_that_were_read(instance, planned):
    grounds = [phrase.text("vi") for phrase in told(instance, None, planned).story.grounds]
    assert not [text for text in grounds if " về " in text or "phê duyệt" in text or "quy định" in text]
    dated = {text.split(" số ")[1].split()[0] for text in grounds if " số " in text and "ngày …" not in text}
    assert dated == {"118/2025/NĐ-CP", "468/QĐ-TTg"}


def test_a_roster_says_that_the_labour_code_is_an_assumption_for_civil_servants(instance, compared, planned):
    def limits(story):
        part = next(part for part in story.parts if part.key == "limits")
        return " ".join(block.phrase.text("vi") for block in part.blocks)

    assert "công chức là giả định" in limits(told(instance, None, planned).story)
    assert "công chức là giả định" not in limits(told(instance, compared, None).story)


def test_an_interrupted_run_is_said_to_be_one(instance, compared):
    story = told(instance, replace(compared, interrupted=True), None).story
    limits = next(part for part in story.parts if part.key == "limits")
    assert "bị dừng sớm" in limits.blocks[0].phrase.text("vi")


def test_the_wording_of_reports_has_equal_keys_and_no_empty_sentence():
    words = {
        lang: {key: text for key, text in catalogue(lang).items() if key.startswith("report.")} for lang in LANGUAGES
    }
    assert words["vi"].keys() == words["en"].keys()
    assert all(text.strip() for table in words.values() for text in table.values())


def test_sentences_ask_for_the_same_facts_in_both_languages():
    from string import Formatter

    for key, text in catalogue("vi").items():
        if key.startswith("report."):
            facts = [{field for _, field, _, _ in Formatter().parse(one)} for one in (text, catalogue("en")[key])]
            assert facts[0] == facts[1], key


def test_every_aim_of_the_catalogue_has_words():
    from model.rostering.catalogue import GOALS
    from reports.wording import known

    assert [goal.id for goal in GOALS if not known("vi", f"report.goal.{goal.id}")] == []
