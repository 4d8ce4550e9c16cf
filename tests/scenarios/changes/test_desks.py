from dataclasses import replace
from itertools import islice

from model.instance import Instance
from model.merger import OfferServices, SetCounters
from model.roster import Assignment, Roster
from scenarios.changes.desks import free_codes, offer_services, set_counters


def test_services_offered_at_named_sites_or_everywhere(town: Instance) -> None:
    after = offer_services(town, OfferServices(("A",), ("tax", "paper")))
    assert after.offers("A") == {"tax", "paper"}
    assert after.offers("B") == {"paper"}
    everywhere = offer_services(town, OfferServices((), ()))
    assert all(one.services == frozenset(town.services) for one in everywhere.counters.values())


def test_more_and_fewer_counters_serve_what_the_site_served(town: Instance) -> None:
    more = set_counters(town, SetCounters(("A",), 3))
    assert [one.id for one in more.counters.values() if one.site == "A"] == ["A1", "A-Q01", "A-Q02"]
    assert more.offers("A") == {"paper"}
    fewer = set_counters(town, SetCounters((), 1))
    assert sorted(fewer.counters) == ["A1", "B1", "C1", "D1", "E1"]
    assert fewer.offers("D") == town.offers("D")


def test_a_rostered_person_whose_counter_goes_sits_anywhere(town: Instance) -> None:
    day = town.settings.run.dates[0]
    roster = Roster((day,), (Assignment(day, "ND1", "HC", "D2"), Assignment(day, "NA2", "HC", "A1")))
    after = set_counters(replace(town, roster=roster), SetCounters(("D",), 1))
    assert after.roster is not None
    assert [one.counter for one in after.roster.assignments] == ["", "A1"]


def test_codes_already_taken_are_passed_over() -> None:
    assert list(islice(free_codes("A-Q", {"A-Q02"}), 2)) == ["A-Q01", "A-Q03"]
