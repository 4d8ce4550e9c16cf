"""Records and events against the tallies of the same replications, exactly."""

from collections import Counter as Count

import numpy as np
import pandas as pd
import pytest

from model.centre import Counter, Site
from model.demand import Channels
from model.geography import Unit
from model.services import Law, LawKind
from model.settings import BreakPolicy, ClosingRule, DayRules
from simulate.events import event_log
from simulate.records import visit_records
from simulate.replicate import simulate

RULES = [
    DayRules(),
    DayRules(BreakPolicy.PREEMPT, ClosingRule.SEND_HOME),
    DayRules(BreakPolicy.WAIT),
]


@pytest.fixture(params=RULES, ids=lambda rules: rules.breaks.value)
def town(office, kit, request):
    """Return two sites with every way a visit can end, breaks, bookings, priority and a warm-up."""
    services = [
        kit.service("a", kit.law(9, LawKind.LOGNORMAL, 0.8), patience=Law(LawKind.EXPONENTIAL, 40), priority_share=0.1),
        kit.service("b", kit.law(6, LawKind.GAMMA, 0.5)),
    ]
    return office(
        services,
        [kit.person(f"p{at}", "a b" if at % 2 else "a", site="ST"[at > 2]) for at in range(5)],
        rows=[("U", "a", 90.0), ("U", "b", 70.0), ("V", "a", 60.0), ("V", "b", 30.0)],
        units=[Unit("U", "U", 21.0, 105.8, 10), Unit("V", "V", 21.05, 105.9, 10, area_km2=4)],
        sites=[Site("S", "S", "U", 21.0, 105.8), Site("T", "T", "V", 21.06, 105.9)],
        # Nobody offers b at T: whoever comes for it is turned away at no site.
        counters=[Counter(f"K{at}", "ST"[at > 2], frozenset("ab" if at < 3 else "a")) for at in range(5)],
        shifts=[kit.shift("day", "08:00-17:00", "12:00-13:00")],
        channels=[Channels("a", appointment_share=0.3, no_show_share=0.2, punctuality_sd=10)],
        profile="07:30-17:10",
        day_cv=0.1,
        rules=request.param,
        measure_from=8 * 60 + 30,
        dates=[kit.monday, kit.monday.replace(day=24)],
    )


def test_the_sums_of_the_records_are_those_of_the_tallies(town):
    records, tallies = visit_records(town, replications=(0, 2)), simulate(town, replications=3).tallies
    total = tallies["total"].set_index("replication")
    for replication, mine in records[records["measured"]].groupby("replication"):
        wanted, ends = total.loc[replication], mine["outcome"].value_counts()
        for outcome in ("served", "left", "turned_away", "unserved", "no_show"):
            assert ends.get(outcome, 0) == wanted[outcome], outcome
        assert mine["called"].notna().sum() == wanted["called"]
        assert mine["ticket"].notna().sum() == wanted["counted"]
        assert mine["wait_minutes"].sum() == pytest.approx(wanted["wait_minutes"], abs=1e-9)
        assert mine["door_minutes"].sum() == pytest.approx(wanted["door_minutes"], abs=1e-9)
        assert mine["wait_minutes"].max() == wanted["max_wait"]
    assert set(records["replication"]) == {0, 2}


def test_the_minutes_at_counters_are_those_of_the_people(town):
    records, people = visit_records(town), simulate(town, replications=1).tallies["person"]
    assert records["service_minutes"].sum() == pytest.approx(people["busy_minutes"].sum(), abs=1e-6)
    served = records[records["outcome"] == "served"].groupby(["site", "person"]).size()
    wanted = people.set_index(["site", "person"])["served"]
    assert served.to_dict() == wanted[wanted > 0].to_dict()


def test_a_record_agrees_with_itself(town):
    records = visit_records(town)
    assert records["visit"].is_unique
    assert set(records["outcome"]) >= {"served", "left", "no_show"}
    minutes = (records["called"] - records["ticket"]).dt.total_seconds() / 60
    pd.testing.assert_series_equal(minutes, records["wait_minutes"], check_names=False)
    ticketed = records[records["ticket"].notna()].sort_values(["date", "site", "ticket_number"])
    assert (ticketed.groupby(["date", "site"])["ticket"].diff().dropna() >= pd.Timedelta(0)).all()
    for _, mine in ticketed.groupby(["date", "site"]):
        assert mine["ticket_number"].tolist() == list(range(1, len(mine) + 1))
    whole = records[(records["outcome"] == "served") & (records["interruptions"] == 0)]
    spent = (whole["finished"] - whole["called"]).dt.total_seconds() / 60
    np.testing.assert_allclose(spent, whole["service_minutes"])
    assert (records["interruptions"].sum() > 0) == (town.settings.rules.breaks is BreakPolicy.PREEMPT)


def test_the_same_citizen_has_the_same_name_under_another_staff(town, kit):
    from dataclasses import replace

    fewer = replace(town, staff={name: one for name, one in town.staff.items() if name != "p0"})
    before, after = (visit_records(one).set_index("visit") for one in (town, fewer))
    assert set(before.index) == set(after.index)
    after = after.loc[before.index]
    assert before["arrival"].equals(after["arrival"])
    assert not before["called"].equals(after["called"])


def test_events_tell_what_the_records_tell(town):
    records, events = visit_records(town), event_log(town)
    assert events["case:concept:name"].drop_duplicates().tolist() == records["visit"].tolist()
    assert (events.groupby("case:concept:name")["time:timestamp"].diff().dropna() >= pd.Timedelta(0)).all()
    happened = Count(zip(events["concept:name"], events["lifecycle:transition"], strict=True))
    ends = records["outcome"].value_counts()
    assert happened["arrival", "complete"] == (records["outcome"] != "no_show").sum()
    assert happened["ticket", "complete"] == records["ticket"].notna().sum()
    assert happened["service", "start"] == records["called"].notna().sum()
    assert happened["service", "complete"] == ends["served"]
    assert happened["service", "suspend"] >= happened["service", "resume"]
    names = {"left": "left", "no show": "no_show", "turned away": "turned_away", "sent home": "unserved"}
    for activity, outcome in names.items():
        assert happened[activity, "complete"] == ends.get(outcome, 0), activity
    done = events[(events["concept:name"] == "service") & (events["lifecycle:transition"] == "complete")]
    by_visit = records.set_index("visit").loc[done["case:concept:name"]]
    assert by_visit["finished"].tolist() == done["time:timestamp"].tolist()
    assert by_visit["person"].tolist() == done["org:resource"].tolist()
    assert by_visit["counter"].tolist() == done["counter"].tolist()
