"""The exact day against the truth cases B06 and against what must hold at its corners."""

import numpy as np
import pytest

from simulate.theory.erlang import ErlangC
from simulate.theory.leaving import EXHAUSTIVE, PARALLEL, PREEMPTIVE, Leaving
from simulate.theory.shift_day import ShiftDay
from simulate.theory.transient import DayWaits, solve_day

ARRIVALS = (30, 42, 48, 36, 20, 24, 40, 44, 30, 16)
SERVERS = (6, 9, 10, 8, 4, 5, 8, 9, 7, 5)

# Truth case B06: ten hourly slots, mean service 11 minutes, late beyond 15, one table for each rule at a shift end
# (uniformisation with another program; its own error estimate is 3e-12, ten digits printed).
TRUTH: dict[str, dict[str, list[float]]] = {
    "parallel": {
        "late": [
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
        "mean_wait": [
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
        "delayed": [
            0.3835554838,
            0.4460423963,
            0.513773103,
            0.5647882637,
            0.7233208174,
            0.6658538245,
            0.5805684489,
            0.6114298345,
            0.5862151138,
            0.4069564489,
        ],
        "in_system": [
            7.266026311,
            9.7091472,
            11.58568726,
            9.335733733,
            7.509291896,
            8.1666194,
            11.02498137,
            12.105277,
            8.52978479,
            4.159196069,
        ],
        "day": [0.1023415906, 4.98327435, 4.159196069, 21.47437666, 0.5936015277, 0.2427807326],
    },
    "exhaustive": {
        "late": [
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
        "mean_wait": [
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
        "delayed": [
            0.3835554838,
            0.4460423963,
            0.513773103,
            0.6042156378,
            0.8069154806,
            0.7064636123,
            0.6045288367,
            0.6225492718,
            0.6352454781,
            0.4780705489,
        ],
        "in_system": [
            7.266026311,
            9.7091472,
            11.58568726,
            9.755363061,
            8.868823196,
            9.043002818,
            11.50763301,
            12.40538036,
            9.230271716,
            4.756751767,
        ],
        "day": [0.132710768, 6.031263109, 4.756751767, 22.91471481, 0.6164037918, 0.2715525476],
    },
    "preemptive": {
        "late": [
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
        "mean_wait": [
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
        "delayed": [
            0.3835554838,
            0.4460423963,
            0.513773103,
            0.6104178189,
            0.8328138846,
            0.7284855538,
            0.6189967883,
            0.6295810483,
            0.6468522693,
            0.4982509091,
        ],
        "in_system": [
            7.266026311,
            9.7091472,
            11.58568726,
            9.845583948,
            9.683527047,
            9.591675807,
            11.82007402,
            12.60258416,
            9.492571225,
            5.008656495,
        ],
        "day": [0.1464786631, 6.528736677, 5.008656495, 23.51460092, 0.6249948844, 0.2829417246],
    },
}


@pytest.fixture(scope="module", params=[PARALLEL, EXHAUSTIVE, PREEMPTIVE], ids=lambda rule: rule.name)
def solved(request: pytest.FixtureRequest) -> tuple[str, DayWaits]:
    rule: Leaving = request.param
    return rule.name, solve_day(ShiftDay(ARRIVALS, SERVERS, 11.0, slot=60.0, within=15.0, leaving=rule))


@pytest.mark.parametrize("measure", ["late", "mean_wait", "delayed", "in_system"])
def test_truth_case_b06_by_slot(solved: tuple[str, DayWaits], measure: str) -> None:
    name, waits = solved
    assert np.abs(getattr(waits, measure) - np.array(TRUTH[name][measure])).max() < 2e-8


def test_truth_case_b06_whole_day(solved: tuple[str, DayWaits]) -> None:
    name, waits = solved
    found = [waits.late_day, waits.mean_wait_day, waits.in_system[-1], waits.mean_clear_time]
    found += [waits.open_after(15), waits.open_after(30)]
    assert found == pytest.approx(TRUTH[name]["day"], abs=1e-8)
    assert waits.lost < 1e-12


def test_the_rule_matters_in_the_order_that_is_known(solved: tuple[str, DayWaits]) -> None:
    # Share late in the lunch hour, rounded: 0.265, 0.380, 0.442.
    lunch = {"parallel": 0.265, "exhaustive": 0.380, "preemptive": 0.442}
    assert solved[1].late[4] == pytest.approx(lunch[solved[0]], abs=5e-4)


def test_a_steady_day_settles_at_erlang_c() -> None:
    waits, known = solve_day(ShiftDay((30.0,) * 12, (4,) * 12, 5.0)), ErlangC(0.5, 5.0, 4)
    assert waits.late[-1] == pytest.approx(known.late(15), abs=1e-6)
    assert waits.mean_wait[-1] == pytest.approx(known.mean_wait, abs=1e-5)
    assert waits.delayed[-1] == pytest.approx(known.p_wait, abs=1e-6)


def test_without_a_drop_the_rule_does_not_matter() -> None:
    days = [
        solve_day(ShiftDay((20, 30, 20), (2, 4, 5), 9.0, leaving=rule)) for rule in (PARALLEL, EXHAUSTIVE, PREEMPTIVE)
    ]
    assert days[1].mean_wait == pytest.approx(days[0].mean_wait, abs=1e-12)
    assert days[2].late == pytest.approx(days[0].late, abs=1e-12)


def test_nobody_is_called_over_a_closed_lunch() -> None:
    waits = solve_day(ShiftDay((0.0, 1e-6, 0.0), (1, 0, 1), 5.0, slot=60.0, within=15.0))
    # Who comes alone at a time t of the closed hour waits its rest: 30 minutes on average, late in 45 of 60 minutes.
    assert waits.mean_wait[1] == pytest.approx(30.0, abs=1e-5)
    assert waits.late[1] == pytest.approx(0.75, abs=1e-6)
    assert waits.delayed[1] == pytest.approx(1.0, abs=1e-9)


def test_the_leaver_does_not_hold_up_the_next_one() -> None:
    # One of two servers leaves; all three rules differ only by what happens to a second citizen in hand.
    waits = [solve_day(ShiftDay((30.0, 6.0), (2, 1), 6.0, leaving=rule)) for rule in (PARALLEL, EXHAUSTIVE, PREEMPTIVE)]
    late = [day.late[1] for day in waits]
    assert late == sorted(late) and late[0] < late[2]


def test_the_published_call_centre_lies_inside_its_intervals() -> None:
    # ContactCenters example MMC, 1,000 simulated days of 480 minutes: service level [0.900, 0.904], mean wait
    # [0.097, 0.102] minutes, within 20 seconds [1812.6, 1819.7] calls a day.
    waits = solve_day(ShiftDay((4.2 * 30,) * 16, (12,) * 16, 2.0, slot=30.0, within=20 / 60))
    assert 0.900 <= 1 - waits.late_day <= 0.904
    assert 0.097 <= waits.mean_wait_day <= 0.102
    assert 1812.6 <= (1 - waits.late_day) * 4.2 * 480 <= 1819.7


def test_a_day_that_never_ends_is_refused() -> None:
    with pytest.raises(ValueError, match=r"servers\[-1\]"):
        ShiftDay((10.0, 10.0), (2, 0), 5.0)


def test_slots_without_servers_given_are_refused() -> None:
    with pytest.raises(ValueError, match="one value for each slot"):
        ShiftDay((10.0, 10.0), (2,), 5.0)


def test_a_crowd_beyond_an_exact_solution_is_refused() -> None:
    with pytest.raises(ValueError, match="too many"):
        ShiftDay((1e6,), (50,), 5.0)
