from dataclasses import replace

from model.attendance import attending
from model.instance import Instance
from model.merger import Attend, AttendRule, OfferServices
from scenarios.changes.attend import attend
from scenarios.changes.desks import offer_services


def test_a_rule_for_all_forgets_the_rules_of_single_services(town: Instance) -> None:
    mixed = attend(town, Attend(AttendRule.NEAREST, ("paper",)))
    assert mixed.attendance.by_service == {"paper": AttendRule.NEAREST}
    assert mixed.attendance.rule is AttendRule.OWN_UNIT
    plain = attend(mixed, Attend(AttendRule.NEAREST))
    assert plain.attendance.by_service == {}
    assert plain.attendance.rule is AttendRule.NEAREST


def test_a_catchment_is_laid_over_the_old_one(town: Instance) -> None:
    before = replace(town, attendance=replace(town.attendance, catchment={"c1": "B", "c2": "B"}))
    after = attend(before, Attend(AttendRule.ASSIGNED, catchment={"c2": "C"}))
    found = attending(after)
    assert (found["c1", "paper"], found["c2", "paper"], found["c3", "paper"]) == ("B", "C", "C")


def test_nearest_everywhere_is_boundary_free(town: Instance) -> None:
    everything = offer_services(town, OfferServices((), ()))
    found = attending(attend(everything, Attend(AttendRule.NEAREST)))
    assert {found["c1", code] for code in town.services} == {"A"}
