"""The 2,768 staff of 2024, spread over the desks and their skills, and one counter for each of them."""

from collections import defaultdict
from pathlib import Path

from catalogue import KINDS, LAND, mean_minutes
from desks import COMMUNE, DEPARTMENT, DISTRICT, LAND_OFFICE, OTHER, Desk, desks
from flows import COLLECT_PER_SUBMIT, GUIDE_PER_SUBMIT, ONLINE, dossiers
from people import communes, districts
from tables import ASSUMPTION, Cell, share_out, write_table

STAFF = 2768
WEEKLY_HOURS = 40
FULL_DAY = "HC"
# Rule S6: staff of a kind of desk, in all or each; the communes have what is left.
EACH = {DEPARTMENT: 8, OTHER: 4}
LAND_STAFF, LAND_HEAD, LAND_LEAST = 280, 12, 4
DISTRICT_STAFF, DISTRICT_LEAST = 420, 8
COMMUNE_LEAST = 3

STAFF_SOURCE = "2,768 in all (en.vneconomy.vn); rule S6; invented"
SKILL_SOURCE = "rule S7"
COUNTER_SOURCE = "one for each of the staff: rule S8"


def headcount() -> dict[str, int]:
    """Return the staff of each desk; all desks together have exactly 2,768."""
    people = {one.code: float(one.people) for one in communes().values()}
    people |= {one.code: float(one.people) for one in districts().values()}
    by_kind: dict[str, dict[str, float]] = defaultdict(dict)
    for desk in desks():
        by_kind[desk.kind][desk.id] = people.get(desk.unit, 0.0)
    given = {code: number for kind, number in EACH.items() for code in by_kind[kind]}
    offices = {code: weight for code, weight in by_kind[LAND_OFFICE].items() if weight}
    given |= dict.fromkeys(set(by_kind[LAND_OFFICE]) - set(offices), LAND_HEAD)
    given |= share_out(LAND_STAFF, offices, LAND_LEAST)
    given |= share_out(DISTRICT_STAFF, by_kind[DISTRICT], DISTRICT_LEAST)
    given |= _communes(STAFF - sum(given.values()), by_kind[COMMUNE])
    return {desk.id: given[desk.id] for desk in desks()}


def _communes(total: int, people: dict[str, float]) -> dict[str, int]:
    """Give every commune three, and one more to the most populous until the total is reached."""
    order = sorted(people, key=lambda code: (-people[code], code))
    extra = set(order[: total - COMMUNE_LEAST * len(people)])
    return {code: COMMUNE_LEAST + (code in extra) for code in people}


def skills(desk: Desk, number: int, work: dict[str, float]) -> list[str]:
    """Return one skill for each member of staff: every skill of the desk once, then where the work per head is most."""
    holders = {kind.skill: 0 for kind in KINDS if kind.id in desk.services}
    if number < len(holders):
        raise ValueError(f"{desk.id}: {number} staff for {len(holders)} skills")
    for _ in range(number):
        empty = [skill for skill, held in holders.items() if not held]
        chosen = empty[0] if empty else max(holders, key=lambda skill: work.get(skill, 0.0) / holders[skill])
        holders[chosen] += 1
    return [skill for skill, held in holders.items() for _ in range(held)]


def _work() -> dict[str, dict[str, float]]:
    """Return minutes a day by unit (commune or district) and skill, from the demand of the unit's people."""
    places, kinds = communes(), {kind.id: kind for kind in KINDS}
    extra = COLLECT_PER_SUBMIT * mean_minutes("tra_ket_qua") + GUIDE_PER_SUBMIT * mean_minutes("huong_dan")
    work: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for (code, service), amount in dossiers(places).items():
        kind = kinds[service]
        unit = code if kind.level == "commune" else places[code].district
        if service != LAND:
            work[unit][kind.skill] += amount * (1 - ONLINE) * (mean_minutes(kind.field) + extra)
    return work


def write_staff(folder: Path) -> None:
    """Write staff.csv, staff_skills.csv and counters.csv."""
    number, work = headcount(), _work()
    staff: list[tuple[Cell, ...]] = []
    held: list[tuple[Cell, ...]] = []
    counters: list[tuple[Cell, ...]] = []
    for desk in desks():
        for place, skill in enumerate(skills(desk, number[desk.id], work[desk.unit]), start=1):
            code = f"{len(staff) + 1:04d}"
            staff.append(
                (f"CB{code}", f"Cán bộ {code}", desk.id, WEEKLY_HOURS, FULL_DAY, "no", ASSUMPTION, STAFF_SOURCE)
            )
            held.append((f"CB{code}", skill, ASSUMPTION, SKILL_SOURCE))
            counters.append((f"{desk.id}-Q{place:02d}", desk.id, _serves(desk), ASSUMPTION, COUNTER_SOURCE))
    write_table(folder / "staff.csv", ("staff", "name", "site", "weekly_hours", "usual_shift", "part_time"), staff)
    write_table(folder / "staff_skills.csv", ("staff", "skill"), held)
    write_table(folder / "counters.csv", ("counter", "site", "services"), counters)


def _serves(desk: Desk) -> str:
    """Return the services of a counter in the short form of the file."""
    return f"level:{desk.kind}" if desk.kind in (COMMUNE, DISTRICT) else " ".join(desk.services)
