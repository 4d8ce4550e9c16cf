"""Stated targets become pledges that days can decide."""

from dataclasses import replace
from datetime import date

from model.clock import Interval
from model.promise import WHOLE_DAY, hourly, promised
from model.targets import Measure, Per, StatedTarget, Whose
from tests.simulate import conftest as make

SERVICES = frozenset({"a", "b", "c"})
MORNING = Interval(8 * 60, 10 * 60)


def centre(*targets: StatedTarget):
    services = [make.service(name, make.law(5)) for name in sorted(SERVICES)]
    services[2] = replace(services[2], field="other")
    built = make.build(services, [make.person("lan", "a b c")], opening="08:00-10:30")
    return replace(built, targets=targets)


def stated(whose: Whose = Whose.SERVICE, per: Per = Per.DAY, measure: Measure = Measure.SHARE, **more) -> StatedTarget:
    return StatedTarget("T", more.pop("site", "*"), SERVICES, whose, per, measure, **more)


def test_without_targets_the_workspace_promises_hour_by_hour() -> None:
    assert promised(centre(), "S", make.MONDAY) == hourly(centre(), "S", make.MONDAY)


def test_a_target_of_another_site_leaves_the_promise_alone() -> None:
    one = centre(stated(site="elsewhere"))
    assert promised(one, "S", make.MONDAY) == hourly(one, "S", make.MONDAY)


def test_each_service_and_hour() -> None:
    found = promised(centre(stated(per=Per.HOUR, confidence=0.99)), "S", make.MONDAY)
    assert len(found) == 9
    assert {pledge.window for pledge in found} == {Interval(480, 540), Interval(540, 600), Interval(600, 630)}
    assert found[0].id == "T a 08:00-09:00" and found[0].confidence == 0.99
    assert len({pledge.id for pledge in found}) == 9


def test_fields_and_the_site_are_counted_together() -> None:
    field = promised(centre(stated(Whose.FIELD)), "S", make.MONDAY)
    assert [sorted(one.services) for one in field] == [["a", "b"], ["c"]]
    (whole,) = promised(centre(stated(Whose.SITE, Per.WEEK)), "S", make.MONDAY)
    assert whole.services == SERVICES and whole.window == WHOLE_DAY and whole.weekly


def test_a_window_cuts_the_hours() -> None:
    hours = promised(centre(stated(Whose.SITE, Per.HOUR, window=Interval(510, 570))), "S", make.MONDAY)
    assert [one.window for one in hours] == [Interval(510, 540), Interval(540, 570)]
    assert promised(centre(stated(window=Interval(1200, 1260))), "S", make.MONDAY) == ()


def test_a_closed_day_has_no_pledges() -> None:
    assert promised(centre(stated()), "S", date(2026, 11, 22)) == ()


def test_limits() -> None:
    targets = [stated(Whose.SITE, measure=measure, share=0.9, minutes=12.0) for measure in Measure]
    limits = {one.measure: one.limit for one in promised(centre(*targets), "S", make.MONDAY)}
    tenth = 1 - 0.9
    assert limits == {
        Measure.SHARE: tenth,
        Measure.QUANTILE: tenth,
        Measure.LONGEST: tenth,
        Measure.MEAN: 12.0,
        Measure.LEFT: 0.9,
        Measure.OVERTIME: 12.0,
    }
