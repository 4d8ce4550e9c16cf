"""The story of an interrupted citizen and of the people who served, word for word, in both languages."""

from datetime import date
from pathlib import Path

import pytest

from model.settings import BreakPolicy, DayRules
from reports.trace.citizen import citizen_lines
from reports.trace.scene import Scene
from reports.trace.server import server_lines

HERE = Path(__file__).parent
MONDAY = date(2026, 11, 23)


@pytest.fixture
def scene(instance):
    """Return the branch on a day whose breaks interrupt services, seen in a language."""
    from dataclasses import replace

    from simulate.closeup import lens

    law = replace(instance.settings, rules=DayRules(breaks=BreakPolicy.PREEMPT))
    view = lens(replace(instance, settings=law), dates=(MONDAY,))
    close = view.look(MONDAY, 0)
    (site,) = close.sites.values()
    return lambda lang: Scene(view, close, site, lang)


def interrupted(scene: Scene) -> int:
    return int(scene.site.seen.log.again[0, 0]) + 1


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_an_interrupted_citizen_and_a_person_word_for_word(scene, lang):
    from simulate.follow import follow_citizen, follow_servers

    told = scene(lang)
    citizen = citizen_lines(told, follow_citizen(told.close, told.site, interrupted(told)))
    (person,) = follow_servers(told.site, person="NV001")
    lines = server_lines(told, person)
    text = "\n".join((*citizen, "", *lines[:4], lines[-1])) + "\n"
    assert text == (HERE / f"story_{lang}.txt").read_text("utf-8")
