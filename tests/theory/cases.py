"""Every published and exact case of the project's reference collection as an administration with what is expected.

Rates are a minute. Where nothing depends on the clock, minutes are scaled so that a day holds thousands of services.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from model.clock import Interval
from model.demand import ProfileSlot
from model.instance import Instance
from model.leavers import Leavers
from model.services import Law, LawKind, VisitType
from model.settings import BreakPolicy, PriorityClass, SwapRule
from model.stages import FurtherStage
from simulate.case import Citizens, Server, exponential, queue_case, servers_by_hour
from simulate.theory.periodic import solve_sine_day
from simulate.theory.sine_day import SineDay
from tests.theory.trial import Expected

# Services take this long on average after scaling; a warm-up of an hour is 600 services.
QUICK, WARM_UP = 0.1, 60
EACH = 150_000


@dataclass(frozen=True)
class Case:
    name: str
    instance: Instance
    expected: list[Expected]
    leavers: Leavers = Leavers.LATE
    options: dict = field(default_factory=dict)


def steady(classes, servers, **rest) -> Instance:
    """Return a queue in its steady state, in so many copies that a replication has about 150,000 citizens."""
    a_day = sum(one.rate for one in classes) * 1440
    return queue_case(classes, servers, measure_from=WARM_UP, copies=max(1, round(EACH / a_day)), **rest)


def of_service(name):
    return lambda key: key["service"] == name


def one_queue(
    name, servers, load, law, wait, *, late=None, p_wait=None, mean=1.0, within=15.0, more=()
) -> Iterator[Case]:
    """Yield a queue in units of ``mean``: waits and shares late, and apart from it the share that waits at all."""
    unit = QUICK / mean
    scaled = replace(law, mean=law.mean * unit)
    people = [Server({"a": (1.0, 1)})] * servers
    citizens = Citizens("a", load * servers / scaled.mean, scaled, within * unit)
    expected = [Expected("mean wait", wait * unit), *more]
    if late is not None:
        expected.append(Expected("late", late, "late"))
    yield Case(name, steady([citizens], people), expected)
    if p_wait is not None:
        yield Case(name, steady([replace(citizens, within=0.0)], people), [Expected("waits at all", p_wait, "late")])


def published() -> Iterator[Case]:
    law = exponential(1.0)
    yield from one_queue("M/M/10", 10, 0.9, law, 0.668732)
    yield from one_queue("M/G/1 lognormal 0.8", 1, 0.8, Law(LawKind.LOGNORMAL, 1.0, 0.8), 3.28)
    yield from one_queue("M/D/1", 1, 0.8, Law(LawKind.DETERMINISTIC, 1.0), 2.0)
    yield cobham("M/M/1 priorities", 1, 1.0, (0.3, 0.5), (1.142857, 5.714286))
    yield cobham("M/M/5 priorities", 5, 1.0, (1.5, 2.75), (0.18699, 1.24661))
    for c, a, p in (
        (2, 1.5, 0.642857142857),
        (5, 4, 0.554112554113),
        (10, 9, 0.668731524108),
        (12, 8.4, 0.183888630393),
        (20, 18, 0.550769004816),
        (100, 90, 0.216940480906),
    ):
        unit = Citizens("a", a / QUICK, exponential(QUICK), 0.0)
        yield Case(
            f"Erlang C {c}, {a}", steady([unit], [Server({"a": (1.0, 1)})] * c), [Expected("waits at all", p, "late")]
        )
    for c, a, p in (
        (2, 1.5, 0.310344827586),
        (5, 4, 0.199066874028),
        (10, 9, 0.167963226292),
        (12, 8.4, 0.063316865262),
        (20, 18, 0.109212845873),
        (100, 90, 0.026957380464),
    ):
        # Whoever is not called at once leaves at once.
        unit = Citizens("a", a / QUICK, exponential(QUICK), 0.0, patience=Law(LawKind.DETERMINISTIC, 0.0))
        yield Case(f"Erlang B {c}, {a}", steady([unit], [Server({"a": (1.0, 1)})] * c), [Expected("lost", p, "late")])


TURNS = (PriorityClass.PRIORITY, PriorityClass.BOOKED, PriorityClass.WALK_IN)


def cobham(name, servers, mean, rates, waits, *, lates=None, within=15.0, laws=None) -> Case:
    """Return strict priorities; of two classes the second walks in, of three the middle one books."""
    unit = QUICK / mean
    laws = laws or [exponential(mean)] * len(rates)
    turns = TURNS if len(rates) == 3 else (TURNS[0], TURNS[2])
    names = "abc"[: len(rates)]
    classes = [
        Citizens(one, rate / unit, replace(law, mean=law.mean * unit), within * unit, turn)
        for one, rate, law, turn in zip(names, rates, laws, turns, strict=True)
    ]
    people = [Server({one: (1.0, 1) for one in names})] * servers
    expected = [
        Expected(f"mean wait {one}", wait * unit, table="service", where=of_service(one))
        for one, wait in zip(names, waits, strict=True)
    ]
    expected += [
        Expected(f"late {one}", late, "late", "service", of_service(one))
        for one, late in zip(names, lates or (), strict=False)
    ]
    return Case(name, steady(classes, people, slot_minutes=1), expected)


def mmc_day() -> Case:
    """The ContactCenters library's example MMC, with its published intervals (half widths over 1.96)."""
    citizens = Citizens("a", 4.2, exponential(2.0), within=1 / 3)
    day = queue_case([citizens], [Server({"a": (1.0, 1)})] * 12, span=Interval(480, 960), copies=75)
    return Case(
        "ContactCenters MMC",
        day,
        [
            Expected("mean wait", 0.099, spread=0.0025 / 1.96),
            Expected("service level", 0.902, "within", spread=0.002 / 1.96),
        ],
    )


def call_centre() -> Case:
    """The SSJ library's example CallCenter: a tenth hangs up if not called at once, who hangs up in time is in time."""
    per_hour = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60]
    agents = [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4]
    span = Interval(480, 1260)
    profile = [ProfileSlot(slot, many) for slot, many in zip(span.slots(60), per_hour, strict=True)]
    rate, minutes = sum(per_hour) / span.minutes, exponential(100 / 60)
    return Case(
        "SSJ CallCenter",
        queue_case(
            [
                Citizens("patient", 0.9 * rate, minutes, 1 / 3, patience=exponential(1000 / 60)),
                Citizens("hasty", 0.1 * rate, minutes, 1 / 3, patience=Law(LawKind.DETERMINISTIC, 0.0)),
            ],
            servers_by_hour(agents, ("patient", "hasty"), start=480),
            span=span,
            profile=profile,
            day_cv=0.05,
            slot_minutes=60,
            copies=10,
        ),
        [
            Expected("mean wait of all", 4.713 / 60, "wait_of_all", spread=0.033 / 1.96 / 60),
            Expected("service level", 0.925, "within", spread=0.0005),
            Expected("arrivals", 16603.7, "arrivals", spread=10 * 0.8),
            Expected("lost", 0.020 * 16603.7, "left", spread=16603.7 * 0.0005 / 1.96),
        ],
        Leavers.IN_TIME,
        {"most": 6000},
    )


def exact() -> Iterator[Case]:
    """Yield the cases A01 to D18."""
    for part in (erlang, other_laws, classes, skills, pools, tandem):
        yield from part()


def erlang() -> Iterator[Case]:
    """Yield A01: one queue, exponential."""
    for rate, service, c, within, p_wait, wait, late, queue, busy in (
        (0.25, 8, 3, 15, 0.4444444444, 3.555555556, 0.06815776304, 0.8888888889, 0.6666666667),
        (1.0, 8, 10, 15, 0.4091801508, 1.636720603, 0.009622994796, 1.636720603, 0.8),
        (2.5, 12, 33, 15, 0.4904882036, 1.961952814, 0.01153517692, 4.904882036, 0.9090909091),
        (1 / 3, 15, 6, 15, 0.5875164505, 8.812746757, 0.2161352235, 2.937582252, 0.8333333333),
        (4.2, 2, 12, 1 / 3, 0.1838886304, 0.1021603502, 0.1009202201, 0.4290734709, 0.7),
    ):
        # The queue of all copies; how busy somebody is counts the whole day, the empty start included.
        copies = max(1, round(EACH / (rate * service / QUICK * 1440)))
        more = (
            Expected("queue", queue * copies, "queue_length"),
            Expected("busy", busy, "utilisation", spread=0.0005 * busy),
        )
        yield from one_queue(
            f"A01 c={c}",
            c,
            rate * service / c,
            exponential(service),
            wait,
            late=late,
            p_wait=p_wait,
            mean=service,
            within=within,
            more=more,
        )


def other_laws() -> Iterator[Case]:
    """Yield A03: one queue, other laws of service."""
    for rate, mean, c, p_wait, wait, late in (
        (1 / 3, 12, 5, 0.5484104297, 5.078712871, 0.1064323438),
        (11 / 12, 10, 11, 0.4604017641, 1.963660503, 0.0119054997),
    ):
        yield from one_queue(
            f"A03 Erlang-2 c={c}",
            c,
            rate * mean / c,
            Law(LawKind.GAMMA, mean, 0.5**0.5),
            wait,
            late=late,
            p_wait=p_wait,
            mean=mean,
        )
    for rate, mean, c, p_wait, wait in ((0.5, 8, 5, 0.533615063, 2.31248006), (1.0, 9, 10, 0.646861284, 3.10123845)):
        yield from one_queue(
            f"A03 constant c={c}", c, rate * mean / c, Law(LawKind.DETERMINISTIC, mean), wait, p_wait=p_wait, mean=mean
        )
    yield from one_queue("A03 lognormal", 1, 0.75, Law(LawKind.LOGNORMAL, 9.0, 1.2), 32.94, p_wait=0.75, mean=9)


def classes() -> Iterator[Case]:
    """Yield C10: classes called in strict order."""
    yield cobham(
        "C10 c=7",
        7,
        10.0,
        (0.1, 0.25, 0.2),
        (0.7607450637, 1.521490127, 6.08596051),
        lates=(5.633003957e-05, 0.007186928579, 0.1396468547),
    )
    yield cobham("C10 c=10", 10, 12.0, (0.3, 0.45), (1.253871608, 12.53871608), lates=(0.0002243344344, 0.2936159261))
    laws = [Law(LawKind.EXPONENTIAL, 8), Law(LawKind.GAMMA, 12, 0.5), Law(LawKind.LOGNORMAL, 15, 2**0.5)]
    yield cobham("C10 M/G/1", 1, 10.0, (0.02, 0.03, 0.02), (12.77380952, 26.61210317, 124.1898148), laws=laws)


def skills() -> Iterator[Case]:
    """Yield C11: two queues, one of which the other's staff help."""
    for waits_at_all in (False, True):
        yield n_model(
            "C11 a",
            (0.5, 1 / 6, 3, 4, 6, 7.5, 15, 15),
            (3.820485818, 5.069813396),
            (0.07492826181, 0.1000908977),
            (0.4807411312, 0.6416998753),
            waits_at_all,
        )
        yield n_model(
            "C11 b",
            (0.6, 0.2, 4, 5, 6, 6, 12, 10),
            (0.5301267132, 1.055187424),
            (0.007693701081, 0.02028669615),
            (0.181056389, 0.2992689165),
            waits_at_all,
        )


def pools() -> Iterator[Case]:
    """Yield D17: two queues apart and merged."""
    for rates, means, servers, apart, merged in POOLS:
        for at, (p_wait, wait, late) in enumerate(apart):
            yield from one_queue(
                f"D17 apart {rates[at]:g} {means[at]:g}",
                servers[at],
                rates[at] * means[at] / servers[at],
                exponential(means[at]),
                wait,
                late=late,
                p_wait=p_wait,
                mean=means[at],
            )
        yield from pooled(rates, means, sum(servers), merged)


def n_model(name, inputs, waits, lates, p_waits, at_all) -> Case:
    l1, l2, s1, s2, first, helped, second, within = inputs
    unit = QUICK / 6
    late = 0.0 if at_all else within * unit
    classes = [
        Citizens("one", l1 / unit, exponential(first * unit), late),
        Citizens("two", l2 / unit, exponential(second * unit), late, PriorityClass.PRIORITY),
    ]
    people = [Server({"one": (1.0, 1)})] * s1 + [Server({"one": (first / helped, 2), "two": (1.0, 1)})] * s2
    expected = [
        Expected(f"{'waits at all' if at_all else 'late'} {one}", share, "late", "service", of_service(one))
        for one, share in zip(("one", "two"), p_waits if at_all else lates, strict=True)
    ]
    if not at_all:
        expected += [
            Expected(f"mean wait {one}", wait * unit, table="service", where=of_service(one))
            for one, wait in zip(("one", "two"), waits, strict=True)
        ]
    return Case(name, steady(classes, people), expected)


POOLS = (
    (
        (1.0, 0.1),
        (3.0, 30.0),
        (4, 4),
        ((0.5094339623, 1.528301887, 0.003432539037), (0.5094339623, 15.28301887, 0.3089873172)),
        (0.3760994673, 2.36345709, 0.04387185656),
    ),
    (
        (0.5, 0.25),
        (8.0, 16.0),
        (6, 6),
        ((0.2847608454, 1.139043382, 0.006696933191), (0.2847608454, 2.278086763, 0.04366949)),
        (0.1411553517, 0.4003407197, 0.0008945743323),
    ),
    (
        (0.5, 0.4),
        (10.0, 10.0),
        (6, 5),
        ((0.5875164505, 5.875164505, 0.1310926397), (0.5541125541, 5.541125541, 0.1236392229)),
        (0.4304702467, 2.152351234, 0.0214318516),
    ),
)


def pooled(rates, means, servers, merged) -> Iterator[Case]:
    p_wait, wait, late = merged
    unit = QUICK / means[0]
    for within, expected in (
        (15 * unit, [Expected("mean wait", wait * unit), Expected("late", late, "late")]),
        (0.0, [Expected("waits at all", p_wait, "late")]),
    ):
        classes = [
            Citizens(one, rate / unit, exponential(mean * unit), within)
            for one, rate, mean in zip("ab", rates, means, strict=True)
        ]
        yield Case(
            f"D17 merged {means[0]:g}+{means[1]:g}",
            steady(classes, [Server({"a": (1.0, 1), "b": (1.0, 1)})] * servers),
            expected,
        )


def tandem() -> Iterator[Case]:
    """The reception, and after it a counter for four in five."""
    unit = QUICK / 2.5
    stage = FurtherStage("reception", VisitType.SUBMIT, 1, "counter", exponential(12 * unit), 0.8)
    people = [Server({"reception": (1.0, 1)})] * 2 + [Server({"counter": (1.0, 1)})] * 7
    for within, shares in (
        ((5 * unit, 15 * unit), (0.2364939265, 0.1135950006)),
        ((0.0, 0.0), (0.6428571429, 0.5351994582)),
    ):
        classes = [
            Citizens("reception", 0.6 / unit, exponential(2.5 * unit), within[0]),
            Citizens("counter", 0.0, exponential(12 * unit), within[1]),
        ]
        expected = [
            Expected(f"{'late' if within[0] else 'waits at all'} {one}", share, "late", "service", of_service(one))
            for one, share in zip(("reception", "counter"), shares, strict=True)
        ]
        if within[0]:
            expected += [
                Expected(f"mean wait {one}", wait * unit, table="service", where=of_service(one))
                for one, wait in (("reception", 3.214285714), ("counter", 5.179349596))
            ]
        yield Case("D18", steady(classes, people, onward=[stage]), expected)


ARRIVALS = [30, 42, 48, 36, 20, 24, 40, 44, 30, 16]
SERVERS = [6, 9, 10, 8, 4, 5, 8, 9, 7, 5]
# By names: simulate.theory.named_day; the others: the reference collection.
LATE = {
    "parallel": [
        0.02126178754,
        0.02694194055,
        0.04982166126,
        0.1077542038,
        0.2648174478,
        0.2018470409,
        0.1004503023,
        0.119176359,
        0.1544040331,
        0.1061342421,
    ],
    "exhaustive": [
        0.02126178754,
        0.02694194055,
        0.05603020633,
        0.1495591893,
        0.3796551078,
        0.259869864,
        0.1259404737,
        0.142715831,
        0.20826093,
        0.1597897051,
    ],
    "preemptive": [
        0.02126178754,
        0.02694194055,
        0.05726814041,
        0.1607948678,
        0.442174121,
        0.2943126193,
        0.1422216625,
        0.1540653816,
        0.2259485455,
        0.1798670478,
    ],
    "by names": [
        0.02126178754,
        0.02694194055,
        0.04982166126,
        0.1066852679,
        0.2575936279,
        0.1989631028,
        0.09956375405,
        0.1187104812,
        0.1531927503,
        0.104720224,
    ],
}
WAITS = {
    "parallel": [
        2.146576296,
        2.471264374,
        3.337577377,
        5.283109169,
        10.49492703,
        8.039000259,
        4.956910479,
        5.628213497,
        6.7148467,
        4.731046107,
    ],
    "exhaustive": [
        2.146576296,
        2.471264424,
        3.480776874,
        6.833955545,
        14.57923332,
        9.889263191,
        5.722441635,
        6.359647155,
        8.741018004,
        6.821692399,
    ],
    "preemptive": [
        2.146576296,
        2.471264433,
        3.50721384,
        7.388711259,
        16.83711475,
        11.01511769,
        6.21306984,
        6.735400481,
        9.465526657,
        7.625094042,
    ],
    "by names": [
        2.146576296,
        2.471264374,
        3.337577377,
        5.202812189,
        10.22025536,
        7.955352351,
        4.930405611,
        5.61397348,
        6.634784366,
        4.6383879,
    ],
}
DAY = {
    "parallel": (4.98327435, 0.1023415906),
    "exhaustive": (6.031263109, 0.132710768),
    "preemptive": (6.528736677, 0.1464786631),
    "by names": (4.934902134, 0.1012291787),
}
POLICY = {
    "parallel": BreakPolicy.FIXED_END,
    "exhaustive": BreakPolicy.FIXED_END,
    "preemptive": BreakPolicy.PREEMPT,
    "by names": BreakPolicy.FIXED_END,
}

SWAPS = {"parallel": SwapRule.IDLE, "exhaustive": SwapRule.FIRST_FREE}


def lunch_day(rule: str, copies: int = 300, within: float = 15.0) -> Instance:
    span = Interval(480, 1080)
    profile = [ProfileSlot(hour, many) for hour, many in zip(span.slots(60), ARRIVALS, strict=True)]
    return queue_case(
        [Citizens("a", sum(ARRIVALS) / span.minutes, exponential(11.0), within)],
        servers_by_hour(SERVERS, ("a",), start=480),
        span=span,
        profile=profile,
        breaks=POLICY[rule],
        slot_minutes=60,
        copies=copies,
        # In the published rule who is idle leaves first; people with names only do so if they swap.
        swap_breaks=SWAPS.get(rule, SwapRule.NONE),
    )


def lunch_drop() -> Iterator[Case]:
    for rule in LATE:
        wait, late = DAY[rule]
        hours = [
            Expected(f"{name} {8 + at}h", one, measure, "slot", lambda key, at=at: key["slot"] == 480 + 60 * at)
            for name, measure, values in (("late", "late", LATE[rule]), ("mean wait", "mean_wait", WAITS[rule]))
            for at, one in enumerate(values)
        ]
        yield Case(
            f"B06 {rule}", lunch_day(rule), [Expected("mean wait", wait), Expected("late", late, "late"), *hours]
        )


def waves() -> Iterator[Case]:
    """Yield the days of B05, a fifth as long, five in a row; the first is the warm-up, a step a minute."""
    for name, day in (("B05 a", SineDay(1 / 3, 0.5, 15.0, 8, 15.0)), ("B05 b", SineDay(1.0, 1.0, 8.0, 14, 15.0))):
        truth, period = solve_sine_day(day), 288
        edges = np.arange(period + 1) / period
        area = edges + day.swing * (1 - np.cos(2 * np.pi * edges)) / (2 * np.pi)
        profile = [
            ProfileSlot(Interval(at, at + 1), float(share))
            for at, share in enumerate(np.tile(np.diff(area), 5).tolist())
        ]
        for within, by_hour, of_day, what in (
            (3.0, truth.late, truth.late_day, "late"),
            (0.0, truth.delayed, truth.delayed_day, "waits at all"),
        ):
            citizens = Citizens("a", day.rate * 5, exponential(day.mean / 5), within)
            instance = queue_case(
                [citizens],
                [Server({"a": (1.0, 1)})] * day.servers,
                profile=profile,
                measure_from=period,
                slot_minutes=12,
                copies=50 if day.servers == 8 else 20,
            )
            hours = [
                Expected(
                    f"{what} {at}h",
                    float(one),
                    "late",
                    "slot",
                    lambda key, at=at: key["slot"] // 12 % 24 == at and key["slot"] >= 288,
                )
                for at, one in enumerate(by_hour)
            ]
            yield Case(
                name,
                instance,
                [
                    Expected(what, of_day, "late"),
                    *hours,
                    *([Expected("mean wait", truth.mean_wait_day / 5)] if within else []),
                ],
            )
