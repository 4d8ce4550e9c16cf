"""The certificate's page says what the numbers say, in both languages."""

from dataclasses import replace

import pytest

from model.clock import Interval
from model.figures import Name
from model.instance import Instance
from model.promise import WHOLE_DAY, Pledge
from model.roster import Assignment, Roster
from model.targets import Measure
from reports.story.certificate import bound_phrase, certificate_story, lateness_map, used
from reports.tables.promise import whose
from reports.writers.page import page_text
from scenarios.promise.plan import Planned
from scenarios.promise.search import Plan
from simulate.promise.certify import Certificate, Decision, Finding
from tests.reports.conftest import MONDAY

LAND, BOTH = frozenset({"land"}), frozenset({"land", "civil"})
EIGHT, NINE = Interval(480, 540), Interval(540, 600)


def finding(level: float, decision: Decision, visits: float = 12.0, **pledge: object) -> Finding:
    facts: dict[str, object] = {"id": "one", "services": LAND, "window": EIGHT, **pledge}
    return Finding(Pledge(**facts), level, 0.004, visits, decision)  # type: ignore[arg-type]


def planned(site: str, *findings: Finding) -> Planned:
    roster = Roster((MONDAY,), (Assignment(MONDAY, "NV001", "C"), Assignment(MONDAY, "NV002", "S")))
    certificate = Certificate(findings, 4000, 7, 0.95, 12.0, (500, 4000))
    pledges = tuple(one.pledge for one in findings)
    return Planned(site, MONDAY, pledges, roster, Plan(((1,),), 720, 0, 0.0), certificate, (), 3, 8.5, False)


@pytest.fixture
def site(instance: Instance) -> str:
    return next(iter(instance.sites))


def test_the_answer_says_what_was_decided(instance: Instance, site: str) -> None:
    kept = finding(0.04, Decision.KEPT)
    good = page_text(certificate_story(instance, planned(site, kept), "c.json"), "en")
    assert "The promise is certified: with 2 people and 12.0 paid hours" in good
    assert "motcua verify c.json" in good
    bad = page_text(certificate_story(instance, planned(site, kept, finding(0.2, Decision.MISSED)), "c.json"), "vi")
    assert "KHÔNG được chứng nhận" in bad and "1 trong 2 cam kết" in bad


def test_a_promise_is_told_in_its_own_words(instance: Instance, site: str) -> None:
    text = page_text(certificate_story(instance, planned(site, finding(0.04, Decision.KEPT)), "c.json"), "vi")
    assert "ít nhất 90% được gọi trong 15 phút" in text
    assert "96,0" in text and "đạt" in text
    for measure in Measure:
        one = finding(0.04, Decision.OPEN, measure=measure, window=WHOLE_DAY)
        for lang in ("vi", "en"):
            assert page_text(certificate_story(instance, planned(site, one), "c.json"), lang)


def test_where_nobody_comes_nothing_is_claimed(instance: Instance, site: str) -> None:
    text = page_text(certificate_story(instance, planned(site, finding(0.0, Decision.KEPT, 0.0)), "c.json"), "en")
    assert "nobody comes" in text


def test_how_far_the_plan_is_from_the_bound_is_told(instance: Instance, site: str) -> None:
    plain = planned(site, finding(0.04, Decision.KEPT))
    said = [bound_phrase(replace(plain, bound=bound)).text("en") for bound in (480, 0, None)]
    assert "fewer than 8.0 paid hours" in said[0] and "50% above it" in said[0]
    # Where work alone proves nothing, there is no gap of 0 per cent.
    assert "No hours are known" in said[1] and "%" not in said[1]
    assert "cannot keep the promise" in said[2]


def test_the_map_shows_the_part_of_what_is_allowed() -> None:
    assert used(finding(0.05, Decision.KEPT)) == pytest.approx(0.5)
    assert used(finding(0.05, Decision.KEPT, measure=Measure.LEFT, share=0.0)) == 1.0


def test_only_promises_of_one_service_and_hour_are_drawn(instance: Instance) -> None:
    day = finding(0.05, Decision.KEPT, window=WHOLE_DAY)
    assert lateness_map(instance, [day, finding(0.05, Decision.KEPT, services=BOTH)]) is None
    drawn = lateness_map(instance, [day, finding(0.05, Decision.KEPT), finding(0.2, Decision.MISSED, window=NINE)])
    assert drawn is not None and drawn.hours == (480, 540)
    assert drawn.used[0] == pytest.approx((0.5, 2.0))
    assert "09:00: 200%" in drawn.description.text("en")


def test_citizens_are_named_briefly(instance: Instance) -> None:
    assert isinstance(whose(instance, finding(0.1, Decision.OPEN).pledge), Name)
    assert whose(instance, finding(0.1, Decision.OPEN, services=BOTH).pledge).text("en") == "all citizens"
    many = replace(instance, services={f"s{at}": instance.services["land"] for at in range(9)})
    five = frozenset(f"s{at}" for at in range(5))
    assert "and 3 more" in whose(many, finding(0.1, Decision.OPEN, services=five).pledge).text("en")
