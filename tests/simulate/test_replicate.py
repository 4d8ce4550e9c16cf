from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from model.centre import Counter, Site
from model.demand import Channels
from model.geography import Unit, journey_km
from model.roster import Assignment, Roster
from model.services import Law, LawKind, Target
from simulate import measured_at_once, visits
from simulate.frame import TABLES
from simulate.replicate import simulate

COUNTS = [
    "arrivals",
    "served",
    "left",
    "turned_away",
    "unserved",
    "no_show",
    "called",
    "counted",
    "wait_minutes",
    "queue_minutes",
]


@pytest.fixture
def town(office, kit):
    """Return two sites, two services, patience, appointments and a lunch break, over two dates."""
    patient = Law(LawKind.EXPONENTIAL, 40)
    services = [
        kit.service("a", kit.law(9, LawKind.LOGNORMAL, 0.8), patience=patient),
        kit.service("b", kit.law(6, LawKind.GAMMA, 0.5)),
    ]
    people = [kit.person(f"p{at}", "a b" if at % 2 else "a", site="ST"[at > 2]) for at in range(5)]
    return office(
        services,
        people,
        rows=[("U", "a", 90.0), ("U", "b", 70.0), ("V", "a", 60.0), ("V", "b", 30.0)],
        units=[Unit("U", "U", 21.0, 105.8, 10), Unit("V", "V", 21.05, 105.9, 10, area_km2=4)],
        sites=[Site("S", "S", "U", 21.0, 105.8), Site("T", "T", "V", 21.06, 105.9)],
        shifts=[kit.shift("day", "08:00-17:00", "12:00-13:00")],
        channels=[Channels("a", appointment_share=0.3, no_show_share=0.2, punctuality_sd=10)],
        profile="07:30-17:10",
        day_cv=0.1,
        dates=[kit.monday, kit.monday.replace(day=24)],
    )


def test_every_table_adds_up_to_the_total(town):
    tallies = simulate(town).tallies
    total = tallies["total"].set_index("replication")[COUNTS]
    assert set(tallies) == set(TABLES)
    assert (total["arrivals"] == total[["served", "left", "turned_away", "unserved"]].sum(axis=1)).all()
    assert total[["left", "turned_away", "no_show"]].min().min() > 0
    for table in ("site", "service", "site_service", "slot", "site_slot"):
        sums = tallies[table].groupby("replication")[COUNTS].sum()
        pd.testing.assert_frame_equal(sums, total, check_names=False)


def test_order_statistics_are_those_of_the_waits(town):
    total = simulate(town).tallies["total"]
    assert (total["p50"] <= total["p90"]).all()
    assert (total["p90"] < total["max_wait"]).all()
    assert (total["wait_minutes"] / total["called"]).between(0, total["max_wait"]).all()


def test_the_staff_adds_up(town):
    tallies = simulate(town).tallies
    person, site, total = (
        tallies[name].groupby("replication").sum(numeric_only=True) for name in ("person", "site", "total")
    )
    for column in ("duty_minutes", "busy_minutes", "overtime_minutes", "staff", "unplaced"):
        assert person[column].tolist() == pytest.approx(site[column].tolist())
        assert person[column].tolist() == pytest.approx(total[column].tolist())
    assert (total["staff"] == 5).all()
    assert (person["served"] == total["served"]).all()
    assert (total["duty_minutes"] >= 5 * 8 * 60 * 2).all()


def test_busy_minutes_are_the_minutes_of_those_served(office, kit):
    steady = office([kit.service("a", kit.law(7))], [kit.person("p", "a")])
    total = simulate(steady).tallies["total"]
    assert (total["busy_minutes"] == 7 * total["served"]).all()


def frames_equal(first, second):
    return all(first.tallies[table].equals(second.tallies[table]) for table in TABLES)


def test_two_workers_give_the_same_bytes_as_one(town):
    assert frames_equal(simulate(town, workers=1), simulate(town, workers=2))


def test_a_site_alone_is_played_as_within_the_whole(town):
    whole, alone = simulate(town), simulate(town, sites=["T"])
    site = whole.tallies["site"]
    expected = site[site["site"] == "T"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone.tallies["site"], expected)
    assert set(alone.tallies["person"]["site"]) == {"T"}


def test_what_is_not_given_comes_from_the_settings(town, kit):
    found = simulate(town)
    assert (found.seed, found.asked, found.done, found.interrupted) == (7, 3, 3, False)
    assert found.dates == (kit.monday, kit.monday.replace(day=24))
    assert not frames_equal(found, simulate(town, seed=8))
    weekend = simulate(town, dates=[kit.monday.replace(day=22), kit.monday])
    assert weekend.dates == (kit.monday,)


def test_progress_is_told_after_each_replication(town):
    told = []
    simulate(town, on_done=lambda so_far: told.append((so_far.done, len(so_far.tallies["total"]))))
    assert told == [(1, 1), (2, 2), (3, 3)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interrupted_run_keeps_what_is_finished(town, workers):
    def stop(so_far):
        if so_far.done == 2:
            raise KeyboardInterrupt

    found = simulate(town, on_done=stop, workers=workers)
    assert (found.interrupted, found.done, found.asked) == (True, 2, 3)
    whole = simulate(town).tallies["total"]
    assert found.tallies["total"].equals(whole[whole["replication"] < 2])


def test_a_run_interrupted_at_once_has_empty_tables(town):
    found = simulate(town, replications=0)
    assert len(found.tallies["total"]) == 0


def test_only_the_asked_tables_are_kept(town):
    assert set(simulate(town, tables=("total", "slot")).tallies) == {"total", "slot"}


def test_a_roster_changes_the_staff_and_not_the_citizens(town, kit):
    roster = Roster((kit.monday,), (Assignment(kit.monday, "p0", "day"),))
    before, after = simulate(town, dates=[kit.monday]), simulate(town, dates=[kit.monday], roster=roster)
    first, second = before.tallies["site"], after.tallies["site"]
    assert (first["arrivals"] == second["arrivals"]).all()
    assert second.groupby("site")["staff"].first().to_dict() == {"S": 1, "T": 2}
    own = replace(town, roster=roster)
    assert frames_equal(simulate(own, dates=[kit.monday]), after)


def test_travel_is_one_way_to_the_site_attended(town):
    site = simulate(town).tallies["site"]
    far = site[site["site"] == "T"]
    km = journey_km(town.units["V"], 21.06, 105.9, town.settings.travel)
    assert (far["travel_km"] / far["visitors"]).tolist() == pytest.approx([km] * 3)
    assert (far["travel_minutes"] / far["visitors"]).tolist() == pytest.approx([3 * km] * 3)


def test_those_whom_nobody_serves_are_turned_away_in_the_total_alone(town):
    nobody = replace(
        town, counters={name: replace(one, services=frozenset("a")) for name, one in town.counters.items()}
    )
    tallies = simulate(nobody).tallies
    service = tallies["service"].set_index("service")
    assert (service.loc["b", "turned_away"] == service.loc["b", "arrivals"]).all()
    assert (service.loc["b", "visitors"] == 0).all()
    lost = service.loc["b", "arrivals"].to_numpy()
    sites = tallies["site"].groupby("replication")["arrivals"].sum().to_numpy()
    assert (tallies["total"]["arrivals"].to_numpy() == sites + lost).all()


def test_the_wait_counts_from_the_ticket_and_the_door_apart(office, kit):
    early = office(
        [kit.service("a", kit.law(1))], [kit.person("p", "a")], profile="07:00-07:01", rows=[("U", "a", 30.0)]
    )
    total = simulate(early).tallies["total"]
    assert (total["door_minutes"] / total["arrivals"]).between(59, 60).all()
    assert (total["wait_minutes"] == total["arrivals"] * (total["arrivals"] - 1) / 2).all()


def test_within_uses_the_services_own_target_and_counts_all_tickets(office, kit):
    services = [kit.service("a", kit.law(10), target=Target(0.9, 5.0)), kit.service("b", kit.law(10))]
    crowd = office(services, [kit.person("p", "a b")], profile="08:00-08:01", rows=[("U", "a", 4.0), ("U", "b", 4.0)])
    found = simulate(crowd, replications=20).tallies["service"].groupby("service").sum(numeric_only=True)
    # One counter, ten minutes each: the first is called at once, the second after ten minutes, the third after twenty.
    assert found.loc["a", "within"] < found.loc["a", "within15"]
    assert found.loc["b", "within"] == found.loc["b", "within15"]
    assert (found["counted"] == found["arrivals"]).all()


def test_the_warm_up_is_played_and_not_measured(office, kit):
    def made(start):
        return office(
            [kit.service("a", kit.law(12))], [kit.person("p", "a")], rows=[("U", "a", 60.0)], measure_from=start
        )

    whole, later = (simulate(made(start)).tallies for start in (0, 600))
    slots = whole["slot"]
    expected = slots[slots["slot"] >= 600].groupby("replication")["arrivals"].sum()
    assert later["total"]["arrivals"].tolist() == expected.tolist()
    assert later["slot"]["slot"].min() == 600
    assert later["total"]["slot_minutes"].tolist() == [7 * 60] * 3
    assert later["total"]["busy_minutes"].equals(whole["total"]["busy_minutes"])


def test_someone_without_a_counter_is_on_the_staff_list(office, kit):
    crowded = office(
        [kit.service("a", kit.law(5))],
        [kit.person("p", "a"), kit.person("q", "a")],
        counters=[Counter("K", "S", frozenset("a"))],
    )
    person = simulate(crowded, replications=1).tallies["person"].set_index("person")
    assert person["unplaced"].to_dict() == {"p": 0, "q": 1}
    assert person.loc["q", "duty_minutes"] == 0
    assert person["staff"].sum() == 2


def test_queue_minutes_by_slot_are_where_the_waiting_happened(office, kit):
    # All come at eight; forty minutes each: the second waits 40 minutes, 30 of them in the first slot.
    pair = office(
        [kit.service("a", kit.law(40))], [kit.person("p", "a")], profile="07:00-07:01", rows=[("U", "a", 3.0)]
    )
    slots = simulate(pair, replications=8).tallies["slot"]
    twice = [part for _, part in slots.groupby("replication") if part["arrivals"].sum() == 2]
    assert twice
    for part in twice:
        queue = part.set_index("slot")["queue_minutes"]
        assert (queue[480], queue[510], queue[540]) == (30, 10, 0)
    assert np.isfinite(slots["queue_minutes"]).all()


def test_the_mean_queue_ends_with_closing(office, kit):
    # Three or more come in the last minute and take an hour each: nearly all of their waiting is after closing.
    late = office(
        [kit.service("a", kit.law(60))], [kit.person("p", "a")], profile="16:59-17:00", rows=[("U", "a", 4.0)]
    )
    total = simulate(late, replications=10).tallies["total"]
    assert (total["queue_minutes"] > 60).any()
    assert (total["watched_queue_minutes"] <= total["arrivals"]).all()
    assert (total["watched_queue_minutes"] > 0).any()


def test_the_tables_of_one_site_are_those_worked_out_site_by_site(office, kit, monkeypatch):
    instance = office([kit.service("a", kit.law(20)), kit.service("b", kit.law(5))], [kit.person("p", "a b")])
    short = simulate(instance)
    monkeypatch.setattr(measured_at_once, "BROADER", {})
    long = simulate(instance)
    for table in TABLES:
        pd.testing.assert_frame_equal(short.tallies[table], long.tallies[table])


def test_nothing_depends_on_a_compiler(town, monkeypatch):
    whole = simulate(town)
    monkeypatch.setattr(measured_at_once, "compiled_tables", lambda: None)
    monkeypatch.setattr(visits, "compiled_laws", lambda: None)
    assert frames_equal(whole, simulate(town))
