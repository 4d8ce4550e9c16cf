"""Draws centres of 10 to 300 staff from a seed and plans each of them: formulas beside ours, verified alike.

    python benchmarks/centres.py [--centres 10] [--seconds 30] [--days 4000] [--workers 2] [--seed 1]

Every centre takes its opening, shifts and time of day from the example ``promise``; drawn are the number of services (3
to 8, one for every six people at most), the mean minutes of each (4 to 20), who has which skills (kinds with one to
four services), and the demand, which loads the staff to 22 to 30 % of what they could work in eight hours each.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from ways import Verified, Ways

from model.centre import Counter
from model.demand import Demand, DemandRow
from model.figures import Name
from model.files.read import read_workspace
from model.instance import Instance
from model.services import Service
from model.staff import Person, Skill

LEAST, MOST = 10, 300
HOURS = 8.0


def drawn(base: Instance, seed: int, number: int, centres: int) -> Instance:
    """Return centre ``number``: sizes are spread evenly on a scale of logarithms."""
    rng = np.random.default_rng([seed, number])
    staff = round(LEAST * (MOST / LEAST) ** (number / max(1, centres - 1)))
    names = [f"n{at}" for at in range(min(int(rng.integers(3, 9)), max(1, staff // 6)))]
    site, model = next(iter(base.sites)), next(iter(base.services.values()))
    services = {name: _service(model, name, float(rng.uniform(4, 20))) for name in names}
    people = _people(rng, site, names, staff)
    weight = rng.dirichlet(np.full(len(names), 3.0))
    minutes = float(rng.uniform(0.22, 0.30)) * staff * HOURS * 60
    unit = base.demand.rows[0].unit
    means = {name: next(iter(one.minutes.values())).expected for name, one in services.items()}
    ratio = _visits_per_dossier(base)
    rows = tuple(
        DemandRow(unit, name, minutes * part / means[name] / ratio) for name, part in zip(names, weight, strict=True)
    )
    desks = {f"Q{at}": Counter(f"Q{at}", site, frozenset(names)) for at in range(staff)}
    profile = next(iter(base.demand.profiles.values()))
    channels = {name: replace(next(iter(base.demand.channels.values())), service=name) for name in names}
    demand = Demand(rows, channels, dict.fromkeys(["*", *names], profile), {}, {}, base.demand.day_cv)
    return replace(base, services=services, staff=people, counters=desks, demand=demand, targets=())


def _visits_per_dossier(base: Instance) -> float:
    from simulate.rows import visit_ratios

    return sum(visit_ratios(base, next(iter(base.services))).values())


def _service(model: Service, name: str, mean: float) -> Service:
    laws = {visit: replace(law, mean=mean) for visit, law in model.minutes.items()}
    return replace(model, id=name, name=Name(name, name), skill=name, minutes=laws)


def _people(rng: np.random.Generator, site: str, names: list[str], staff: int) -> dict[str, Person]:
    """Return people of some kinds; every service is served by at least one kind."""
    kinds = [frozenset({name}) for name in names]
    for _ in range(len(names) if len(names) > 1 else 0):
        many = int(rng.integers(2, min(4, len(names)) + 1))
        kinds.append(frozenset(rng.choice(names, many, replace=False).tolist()))
    share = rng.dirichlet(np.full(len(kinds), 2.0))
    many = np.maximum(np.floor(share * staff).astype(int), [1] * len(names) + [0] * (len(kinds) - len(names)))
    people = {}
    for kind, number in zip(kinds, many.tolist(), strict=True):
        for _ in range(number):
            code = f"P{len(people):03d}"
            skills = {name: Skill(name) for name in sorted(kind)}
            people[code] = Person(code, code, site, skills, 2400, "B0800")
    return people


def main() -> None:
    """Print a row for each centre."""
    terms = argparse.ArgumentParser()
    terms.add_argument("--centres", type=int, default=10)
    terms.add_argument("--seconds", type=float, default=30.0)
    terms.add_argument("--days", type=int, default=4000)
    terms.add_argument("--workers", type=int, default=2)
    terms.add_argument("--seed", type=int, default=1)
    given = terms.parse_args()
    base, _ = read_workspace(Path("model/examples/promise"))
    print("| centre | staff | services | each service alone | pooled | raise | ours | less than alone | than pooled |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for number in range(given.centres):
        centre = drawn(base, given.seed, number, given.centres)
        ways = Ways(centre, given.workers)
        found = [
            None if (counts := way()) is None else ways.verified(counts, given.days)
            for way in (ways.apart, ways.pooled, ways.raised)
        ]
        ours = ways.verified(ways.ours(given.seconds).plan.counts, given.days)
        cells = [_cell(one) for one in (*found, ours)]
        less = [_less(one, ours) for one in found[:2]]
        print(
            f"| {number} | {len(centre.staff)} | {len(centre.services)} | {' | '.join((*cells, *less))} |", flush=True
        )


def _cell(one: Verified | None) -> str:
    return "impossible" if one is None else f"{one.hours:g} h, {one.missed} missed"


def _less(one: Verified | None, ours: Verified) -> str:
    return "" if one is None else f"{100 * (1 - ours.hours / one.hours):.0f} %"


if __name__ == "__main__":
    main()
