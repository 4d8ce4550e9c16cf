"""What it costs to draw the citizens of the reference day: 1,500 citizens, 20 servers, three skill groups, lunch."""

from datetime import date
from time import process_time

import pytest

from model.centre import Counter, Site
from model.clock import Interval
from model.demand import Demand, DemandRow, ProfileSlot
from model.figures import Name
from model.geography import Unit
from model.instance import Attendance, Instance
from model.labour import Labour
from model.merger import AttendRule
from model.services import Law, LawKind, Level, Service, Target, VisitType
from model.settings import RunSettings, Settings
from model.shifts import Shift
from model.staff import Person, Skill
from model.workdays import Calendar
from simulate.arrivals import draw_visits
from simulate.day import day_plans, doors
from simulate.play import Stage, set_stage

pytestmark = pytest.mark.bench
MONDAY = date(2026, 11, 23)
DAYS, CITIZENS, SERVERS, GROUPS = 200, 1500, 20, 3


def lunch_centre(kind: LawKind = LawKind.LOGNORMAL) -> Instance:
    """Return the centre of the reference day as an administration; utilisation about 0.9."""
    day, names = Interval(480, 1020), [f"g{at}" for at in range(GROUPS)]
    people = [
        Person(f"p{at}", f"p{at}", "S", {names[at % GROUPS]: Skill(names[at % GROUPS])}, 2400, f"d{at % GROUPS}")
        for at in range(SERVERS)
    ]
    lunches = [Interval(690 + 30 * at, 720 + 30 * at) for at in range(GROUPS)]
    mean = SERVERS * 510 * 0.9 / CITIZENS
    return Instance(
        name=Name("", "lunch"),
        settings=Settings(30, {0: (day,)}, Target(0.9, 15), RunSettings((MONDAY,), DAYS, 1)),
        calendar=Calendar({}),
        services={
            one: Service(one, Name(one, one), "f", Level.COMMUNE, one, {VisitType.SUBMIT: Law(kind, mean, 0.8)})
            for one in names
        },
        units={"U": Unit("U", "U", 21, 105.8, 1)},
        demand=Demand(
            tuple(DemandRow("U", one, CITIZENS * many / SERVERS) for one, many in zip(names, (7, 7, 6), strict=True)),
            {},
            {"*": tuple(ProfileSlot(slot, 1.0) for slot in day.slots(30))},
            {},
            {},
        ),
        sites={"S": Site("S", "S", "U", 21, 105.8)},
        counters={f"k{at}": Counter(f"k{at}", "S", frozenset(names)) for at in range(SERVERS)},
        staff={one.id: one for one in people},
        shifts={f"d{at}": Shift(f"d{at}", Name("", ""), day, (lunches[at],)) for at in range(GROUPS)},
        labour=Labour({}),
        attendance=Attendance(AttendRule.OWN_UNIT, {}, {}, {}),
    )


def draw(stage: Stage, days: int) -> tuple[int, float, float]:
    """Return how many citizens were drawn, and the seconds of drawing and of planning."""
    citizens, drawing, planning = 0, 0.0, 0.0
    for replication in range(days):
        begin = process_time()
        visits = draw_visits(stage.instance, MONDAY, replication, 1, rows=stage.rows)
        middle = process_time()
        door = doors(stage.instance, visits, MONDAY, stage.hours[0])
        for _ in day_plans(stage.instance, visits, door, stage.staff_on(0, replication)):
            pass
        drawing, planning = drawing + middle - begin, planning + process_time() - middle
        citizens += len(visits)
    return citizens, drawing, planning


@pytest.mark.parametrize("kind", [LawKind.LOGNORMAL, LawKind.EXPONENTIAL, LawKind.GAMMA])
def test_the_reference_day(kind):
    stage = set_stage(lunch_centre(kind), (MONDAY,), 1, None, None)
    draw(stage, 5)
    citizens, drawing, planning = min((draw(stage, DAYS) for _ in range(3)), key=lambda one: one[1])
    each = 1e9 / citizens
    print(
        f"\n{kind.value}: {DAYS} days, {citizens} citizens, nanoseconds for each: "
        f"{drawing * each:.0f} to draw, {planning * each:.0f} to plan"
    )
    assert citizens > 0
