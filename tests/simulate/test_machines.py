"""Machines that serve without staff."""

from dataclasses import replace
from datetime import date

import pytest

from model.clock import Interval
from model.machine import Machine
from model.outages import MachineOutage
from model.services import Law, LawKind, VisitType
from model.stages import FurtherStage
from simulate.intervals import summarise
from simulate.machines import NOBODY, machine_duties
from simulate.play import play_replication, set_stage
from simulate.records import visit_records
from simulate.replicate import simulate
from simulate.visits import Outcome

HOURS = ((600, 1440), (0, 660), (0, 480))


@pytest.fixture
def hall(office, kit):
    """Return a hall where machines take payments and give out numbers, and one person serves."""

    def make(number=1, outages=(), **more):
        base = office(
            [kit.service("a", kit.law(5)), kit.service("pay", kit.law(2))],
            [kit.person("p", "a")],
            rows=[("U", "a", 60.0)],
            counters=None,
            opening="08:00-12:00 13:00-17:00",
            **more,
        )
        counters = {name: replace(one, services=frozenset({"a"})) for name, one in base.counters.items()}
        stage = FurtherStage("a", VisitType.SUBMIT, 1, "pay", Law(LawKind.DETERMINISTIC, mean=2), 1.0, 1)
        machines = {"M": Machine("M", "S", frozenset({"pay"}), number)}
        return replace(base, counters=counters, stages=(stage,), machines=machines, machine_outages=tuple(outages))

    return make


def test_every_payment_is_taken_by_a_machine_and_nobody_is_paid_for_it(hall, kit):
    instance = hall()
    table = play_replication(set_stage(instance, [kit.monday], 1, None, None), 0)
    paid = table.visits.stage == 1
    assert paid.sum() > 30
    assert set(table.visits.outcome[paid].tolist()) == {Outcome.SERVED}
    assert len(table.people.person) == 1
    total = summarise(simulate(instance, replications=2), "total").set_index("measure")["value"]
    # Eight hours but for the work done after closing; five minutes of busyness a visit, none of the machine's two.
    assert total["duty_hours"] >= 8
    assert total["utilisation"] * total["duty_hours"] * 60 == pytest.approx(5 * total["served"] / 2)


def test_records_name_the_machine_and_no_person(hall):
    records = visit_records(hall(2))
    paid = records[records["stage"] == 2]
    assert set(paid["counter"]) <= {"M#1", "M#2"}
    assert paid["person"].isna().all()


def test_the_hours_of_a_machine(hall, kit):
    hole = MachineOutage(machine="M", first=kit.monday, last=kit.monday, hours=Interval(600, 690))
    broken = hall(3, [hole])
    duties = machine_duties(broken, "S", kit.monday)
    assert [duty.counter for duty in duties] == ["M#1", "M#2", "M#3"]
    assert {duty.person for duty in duties} == {NOBODY}
    # It goes on over lunch, when the door is shut.
    assert duties[0].work == (Interval(480, 600), Interval(690, 1020))
    assert machine_duties(hall(), "S", date(2026, 11, 24))[0].work == (Interval(480, 1020),)
    assert machine_duties(hall(), "S", date(2026, 11, 22)) == ()


def test_a_machine_is_switched_on_in_its_hours(hall, kit):
    base = hall()
    on = {span: replace(base, machines={"M": replace(base.machines["M"], hours=Interval(*span))}) for span in HOURS}
    works = [[duty.work for duty in machine_duties(one, "S", kit.monday)] for one in on.values()]
    # Open from 8 to 17: from 10 on, until 11, and before the opening never.
    assert works == [[(Interval(600, 1020),)], [(Interval(480, 660),)], []]
    visits = play_replication(set_stage(on[0, 660], [kit.monday], 1, None, None), 0).visits
    paid = visits.stage == 1
    served, early = visits.outcome[paid] == Outcome.SERVED, visits.join[paid] < 11 * 3600
    # Nobody is called after eleven, and whoever waits for the machine then waits in vain.
    assert visits.call[paid][served].max() < 11 * 3600
    assert not served[~early].any() and served[early].mean() > 0.9
    assert set(visits.outcome[paid][~early].tolist()) == {Outcome.UNSERVED}


def test_nobody_is_served_at_a_machine_out_of_order(hall, kit):
    hole = MachineOutage(machine="M", first=kit.monday, last=kit.monday)
    table = play_replication(set_stage(hall(1, [hole]), [kit.monday], 1, None, None), 0)
    paid = table.visits.stage == 1
    assert set(table.visits.outcome[paid].tolist()) == {Outcome.UNSERVED}


def test_a_service_of_machines_alone_is_offered(office, kit):
    base = office([kit.service("a", kit.law(5)), kit.service("k", kit.law(2))], [kit.person("p", "a")])
    counters = {name: replace(one, services=frozenset({"a"})) for name, one in base.counters.items()}
    machine = Machine("M", "S", frozenset({"k"}), speed=2.0)
    instance = replace(base, counters=counters, machines={"M": machine})
    assert (instance.offers("S"), instance.served("S")) == ({"a"}, {"a", "k"})
    total = summarise(simulate(instance, replications=1), "service").set_index(["service", "measure"])["value"]
    assert total["k", "served"] == total["k", "arrivals"] > 0
