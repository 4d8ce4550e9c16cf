"""A day of named staff: equal to the idle-first chain where nobody leaves, and to a chain written out by hand."""

import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.sparse.linalg import expm_multiply

from simulate.theory.named_day import solve_named_day
from simulate.theory.shift_day import ShiftDay
from simulate.theory.transient import solve_day


@pytest.mark.parametrize("servers", [(3, 3), (2, 4)])
def test_nobody_leaves(servers):
    day = ShiftDay((20, 20), servers, 8.0)
    named, other = solve_named_day(day), solve_day(day)
    for name in ("late", "mean_wait", "delayed"):
        assert getattr(named, name) == pytest.approx(getattr(other, name), abs=1e-10)


def test_who_leaves_may_be_the_busy_one():
    # A stays and B leaves at minute 10. B alone busy: A is idle, and the next citizen does not wait.
    rate, mu, room = 0.15, 0.2, 60
    before, after = generator(rate, mu, room, both=True), generator(rate, mu, room, both=False)
    law = np.zeros(4 * room)
    law[0] = 1.0
    nodes, weights = np.polynomial.legendre.leggauss(24)
    law = expm_multiply(10 * before.T, law)
    a_busy = np.arange(4 * room) // room % 2 == 1
    delayed = sum(
        weight / 2 * expm_multiply(5 * (node + 1) * after.T, law)[a_busy].sum()
        for node, weight in zip(nodes, weights, strict=True)
    )
    day = ShiftDay((1.5, 1.5), (2, 1), 5.0, slot=10.0, within=4.0)
    assert solve_named_day(day).delayed[1] == pytest.approx(delayed, abs=1e-9)
    assert solve_day(day).delayed[1] > delayed + 0.01


def generator(rate, mu, room, *, both):
    """Return the rates between states (B busy, A busy, queue), A asked first; B works only while ``both`` do."""

    def at(b, a, queue):
        return (2 * b + a) * room + queue

    found = np.zeros((4 * room, 4 * room))
    for b in (0, 1):
        for a in (0, 1):
            for queue in range(room):
                full = a and (b or not both)
                to = at(b, a, queue + 1) if full else at(b, 1, queue) if not a else at(1, a, queue)
                if not full or queue + 1 < room:
                    found[at(b, a, queue), to] += rate
                if a:
                    found[at(b, a, queue), at(b, 1, queue - 1) if queue else at(b, 0, 0)] += mu
                if b:
                    found[at(b, a, queue), at(1, a, queue - 1) if queue and both else at(0, a, queue)] += mu
    return csr_array(found - np.diag(found.sum(axis=1)))


def test_somebody_is_always_there():
    with pytest.raises(ValueError, match="at least one server"):
        solve_named_day(ShiftDay((5, 5), (0, 2), 8.0))
