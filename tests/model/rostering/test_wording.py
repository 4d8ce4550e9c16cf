"""Every rule, goal and reason has words in both languages, and the facts given fill them."""

from dataclasses import replace
from string import Formatter

import pytest

from model.pattern import Pattern, ShiftLimit
from model.rostering.absence import ELSEWHERE, NO_SHIFT
from model.rostering.catalogue import GOALS, RULES
from model.rostering.judge import judge
from model.rostering.no_roster import NoRoster
from model.rostering.solution import Status
from model.rostering.solve import solve_roster
from reports.wording import LANGUAGES, catalogue, say


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_rules_goals_and_statuses_have_words(lang):
    words = catalogue(lang)
    for rule in RULES:
        assert words[f"rules.{rule.id}.name"]
        assert {"person", "date"} & fields(words[f"rules.{rule.id}.broken"])
    assert all(words[f"rules.goal.{goal.id}.name"] and words[f"rules.goal.{goal.id}.paid"] for goal in GOALS)
    assert all(words[f"rules.status.{status}"] for status in Status)
    assert {f"rules.reason.why.{why}" for why in (ELSEWHERE, NO_SHIFT, "leave", "counter_capacity")} <= words.keys()


def test_both_languages_ask_for_the_same_facts():
    vietnamese, english = (
        {key: fields(text) for key, text in catalogue(lang).items() if key.startswith("rules.")} for lang in LANGUAGES
    )
    assert vietnamese == english


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_facts_of_a_breach_fill_its_sentence(make, lang):
    first, second = make.days(2)
    shifts = [make.DAY, make.shift("night", "13:00-23:00"), make.shift("long", "06:00-18:00")]
    people = [make.person("p", hours=10), make.person("q", "b")]
    instance = make.centre(
        people,
        shifts,
        {"c": "a"},
        weekdays=[0],
        leave=[make.leave("p", first)],
        law={make.law.WEEKLY_REST_HOURS: 150},
    )
    rows = [(first, "p", "night", "c"), (first, "p", "D", "c"), (second, "p", "long", "c"), (second, "q", "long", "c")]
    verdict = judge(instance, make.roster([first, second], *rows), None, [first, second], "S")
    assert len({breach.rule for breach in verdict.breaches}) == 10
    for breach in verdict.breaches:
        assert say(lang, f"rules.{breach.rule}.broken", person=breach.person, date=breach.date, **breach.facts)


PATTERNED = {
    "barred_shift",
    "period_hours",
    "shift_count",
    "shift_succession",
    "longest_run",
    "shortest_run",
    "days_off_together",
    "free_weekends",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_facts_of_a_broken_contract_fill_its_sentence(make, lang):
    days = make.days(14)
    shifts = [replace(make.MORNING, not_before=frozenset({"A"})), make.AFTERNOON]
    pattern = Pattern(
        min_minutes=6000, max_run=2, min_run=2, min_days_off=2, max_weekends=0,
        shifts={"M": ShiftLimit(0, 0), "A": ShiftLimit(9)},
    )  # fmt: skip
    instance = make.centre([make.person("p")], shifts, {"c": "a"}, weekdays=range(7))
    worked = [(days[at], "p", "A" if at == 3 else "M", "c") for at in (2, 3, 4, 6, 8, 12)]
    verdict = judge(replace(instance, patterns={"p": pattern}), make.roster(days, *worked), None, days, "S")
    assert {breach.rule for breach in verdict.breaches} >= PATTERNED
    for breach in verdict.breaches:
        assert say(lang, f"rules.{breach.rule}.broken", person=breach.person, date=breach.date, **breach.facts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_facts_of_a_reason_fill_its_sentences(make, lang):
    people = [make.person("p"), make.person("q")]
    leave = [make.leave("p", make.MONDAY)]
    instance = make.centre(people, [make.MORNING], {"c": "a"}, leave=leave)
    with pytest.raises(NoRoster) as caught:
        solve_roster(instance, make.requirement(), dates=make.days(1))
    (reason,) = caught.value.reasons
    facts = {"date": reason.date, "when": reason.when, "needed": reason.needed, "there": reason.there}
    assert "13:00-17:00" in say(lang, f"rules.reason.{reason.rule}", skill=reason.skill, **facts)
    for person, why in reason.unavailable.items():
        assert person in say(lang, f"rules.reason.why.{why.why}", person=person, **why.facts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_a_name_and_an_article_in_both_languages(lang):
    for rule in RULES:
        assert say(lang, f"rules.{rule.id}.name").strip()
        assert say(lang, f"rules.{rule.id}.law").strip()
