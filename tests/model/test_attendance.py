from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from time import process_time
from types import MappingProxyType

import pytest

from model.attendance import attending, heir
from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Channels, Demand, DemandRow, ProfileSlot
from model.figures import Name
from model.geography import Unit, straight_km
from model.instance import Attendance, Instance
from model.labour import Labour
from model.merger import AttendRule
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RunSettings, Settings
from model.workdays import Calendar

NAME = Name("a", "a")


def service(code: str) -> Service:
    return Service(code, NAME, "f", Level.COMMUNE, code, {VisitType.SUBMIT: Law(LawKind.DETERMINISTIC, mean=6)})


def town(
    units: Mapping[str, Unit], sites: Mapping[str, Site], offers: Mapping[str, str], attendance: Attendance
) -> Instance:
    counters = {
        f"{site}-Q{number}": Counter(f"{site}-Q{number}", site, frozenset(text.split()))
        for number, (site, text) in enumerate(offers.items())
    }
    services = {code: service(code) for code in ("paper", "land", "tax", "rare")}
    return Instance(
        name=NAME,
        settings=Settings(
            30, {0: (Interval(480, 720),)}, Target(0.9, 15), RunSettings((date(2026, 11, 23),)), tick_ms=1000
        ),
        calendar=Calendar({}),
        services=services,
        units=units,
        demand=Demand(
            tuple(DemandRow(unit, code, 1.0) for unit in units for code in services),
            {"*": Channels("*")},
            {"*": (ProfileSlot(Interval(480, 720), 1.0),)},
            {},
            {},
        ),
        sites=sites,
        counters=counters,
        staff={},
        shifts={},
        labour=Labour({}),
        attendance=attendance,
    )


def rules(**changes: object) -> Attendance:
    return replace(Attendance(AttendRule.OWN_UNIT, {}, {}, {}), **changes)  # type: ignore[arg-type]


UNITS = MappingProxyType(
    {
        "d1": Unit("d1", "d1", 21.0, 105.8, 0),
        "c1": Unit("c1", "c1", 21.01, 105.8, 100, parent="d1"),
        "c2": Unit("c2", "c2", 21.20, 105.8, 100, parent="d1"),
    }
)
SITES = MappingProxyType(
    {
        "A": Site("A", "A", "c1", 21.01, 105.8),
        "B": Site("B", "B", "c2", 21.20, 105.8),
        "D": Site("D", "D", "d1", 21.0, 105.8),
        "P": Site("P", "P", "", 21.3, 105.8),
    }
)
OFFERS = MappingProxyType({"A": "paper tax", "B": "paper", "D": "land", "P": "tax"})


def test_own_desk_first_then_the_unit_above_then_a_central_site_then_nowhere() -> None:
    found = attending(town(UNITS, SITES, OFFERS, rules()))
    assert found["c1", "paper"] == "A"
    assert found["c2", "paper"] == "B"
    assert found["c1", "land"] == "D"
    assert found["c2", "tax"] == "P", "not A: a desk of another unit comes after the sites of no unit"
    assert found["c1", "rare"] == ""
    assert found["d1", "paper"] == "A", "no own desk, none above, none central: the nearest that offers it"
    assert set(found) == {(unit, code) for unit in UNITS for code in ("paper", "land", "tax", "rare")}


def test_nearest_ignores_the_unit() -> None:
    found = attending(town(UNITS, SITES, OFFERS, rules(rule=AttendRule.NEAREST)))
    assert found["c2", "tax"] == "P"
    assert found["d1", "tax"] == "A"
    assert found["c2", "land"] == "D"


def test_a_rule_of_one_service_beats_the_general_rule() -> None:
    found = attending(town(UNITS, SITES, OFFERS, rules(by_service={"paper": AttendRule.NEAREST})))
    assert found["d1", "paper"] == "A"
    assert found["c1", "land"] == "D"


def test_catchment_names_the_site_unless_it_does_not_offer_the_service() -> None:
    found = attending(town(UNITS, SITES, OFFERS, rules(rule=AttendRule.ASSIGNED, catchment={"c2": "A"})))
    assert found["c2", "paper"] == "A"
    assert found["c2", "land"] == "D"
    assert found["c1", "paper"] == "A"


def test_a_merged_desk_is_followed_twice() -> None:
    before = town(UNITS, {"P": SITES["P"], "D": SITES["D"]}, {"P": "paper land", "D": "land"}, rules())
    after = replace(
        before,
        former_sites={"A": SITES["A"], "B": SITES["B"]},
        attendance=rules(moved={"A": "B", "B": "D"}),
        counters={**before.counters, "n": Counter("n", "D", frozenset({"paper"}))},
    )
    assert heir(after, "A") == "D"
    assert attending(after)["c1", "paper"] == "D"


def test_a_catchment_follows_the_merger_and_a_closed_site_is_forgotten() -> None:
    base = town(UNITS, {"D": SITES["D"]}, {"D": "paper"}, rules())
    gone = replace(
        base, former_sites={"A": SITES["A"]}, attendance=rules(rule=AttendRule.ASSIGNED, catchment={"c1": "A"})
    )
    assert heir(gone, "A") == ""
    assert attending(gone)["c1", "paper"] == "D"


def test_moves_in_a_circle_end() -> None:
    base = town(UNITS, {"D": SITES["D"]}, {"D": "paper"}, rules(moved={"A": "B", "B": "A"}))
    assert heir(base, "A") == ""


def test_the_first_desk_of_a_unit_stays_the_first_whichever_is_merged() -> None:
    second = Site("A2", "A2", "c1", 21.01, 105.8)
    base = town(UNITS, {"A": SITES["A"], "P": SITES["P"]}, {"A": "paper", "P": "paper"}, rules())
    merged = replace(base, former_sites={"A2": second}, attendance=rules(moved={"A2": "P"}, order=("A", "A2", "P")))
    assert attending(merged)["c1", "paper"] == "A"


@pytest.mark.parametrize("rule", list(AttendRule))
def test_a_whole_city_takes_less_than_a_second(rule: AttendRule) -> None:
    units = {f"u{i}": Unit(f"u{i}", "", 20.8 + (i % 31) / 60, 105.5 + (i // 31) / 40, 1.0) for i in range(609)}
    sites = {f"s{i}": Site(f"s{i}", "", f"u{i}" if i < 609 else "", 20.8 + (i % 29) / 50, 105.6) for i in range(677)}
    base = town(units, sites, dict.fromkeys(sites, "paper land tax"), rules(rule=rule))
    many = replace(base, services={f"x{i}": service("paper") for i in range(15)})
    offers = {
        f"c{i}": Counter(f"c{i}", f"s{i}", frozenset(f"x{j}" for j in range(15) if (i + j) % 3)) for i in range(677)
    }
    start = process_time()
    found = attending(replace(many, counters=offers))
    assert process_time() - start < 1
    assert len(found) == 609 * 15
    if rule is AttendRule.NEAREST:
        for unit in list(units.values())[::100]:
            choices = [site for i, site in enumerate(sites.values()) if i % 3]
            best = min(straight_km(unit.lat, unit.lon, site.lat, site.lon) for site in choices)
            got = sites[found[unit.code, "x0"]]
            assert straight_km(unit.lat, unit.lon, got.lat, got.lon) == pytest.approx(best)
