"""One kind of citizen, one queue: Erlang C, constant and lognormal minutes.

Expected numbers: closed forms (Erlang 1917; Pollaczek 1930; Crommelin 1932) from the project's reference collection.
Waits are in units of the mean service, which here is 0.1 or 0.2 minutes, so that a day holds thousands of services.
"""

import pytest

from model.services import Law, LawKind


def one_queue(books, servers, load, law, within=15.0):
    """Return a queue in which each server is busy the share ``load`` of the time."""
    people = [books.desk({"a": (1.0, 1)}) for _ in range(servers)]
    return books.queue([books.klass("a", load * servers / law.expected, law, within=within)], people)


# (servers, load, P(W > T) with T in mean services, mean wait in mean services): Erlang C.
ERLANG = [
    (3, 2 / 3, 1.875, 0.06815776304, 3.555555556 / 8),
    (10, 0.8, 1.875, 0.009622994796, 1.636720603 / 8),
    (6, 5 / 6, 1.0, 0.2161352235, 8.812746757 / 15),
]


@pytest.mark.parametrize(("servers", "load", "late", "share_late", "wait"), ERLANG)
def test_mmc(books, estimates, servers, load, late, share_late, wait):
    estimate = estimates(one_queue(books, servers, load, books.exponential(0.4), within=0.4 * late), 10)
    estimate("mean_wait").agrees(0.4 * wait, 0.06)
    estimate("within").agrees(1 - share_late, 0.02)
    estimate("utilisation").agrees(load, 0.02)


def test_mmc_queue_length_is_rate_times_wait(books, estimates):
    estimates(one_queue(books, 6, 5 / 6, books.exponential(0.4)), 8)("queue_length").agrees(2.937582252, 0.1)


def test_md1(books, estimates):
    law = Law(LawKind.DETERMINISTIC, mean=0.1)
    estimates(one_queue(books, 1, 0.8, law), 12)("mean_wait").agrees(0.1 * 2.0, 0.03)


def test_mdc(books, estimates):
    # Five servers, eight minutes each, an arrival every two minutes.
    law = Law(LawKind.DETERMINISTIC, mean=0.4)
    estimates(one_queue(books, 5, 0.8, law), 14)("mean_wait").agrees(2.31248006 / 8 * 0.4, 0.04)


@pytest.mark.parametrize(("cv", "load", "wait"), [(0.8, 0.8, 3.28), (1.2, 0.75, 32.94 / 9)])
def test_mg1_with_lognormal_minutes(books, estimates, cv, load, wait):
    law = Law(LawKind.LOGNORMAL, mean=0.1, cv=cv)
    estimates(one_queue(books, 1, load, law), 6)("mean_wait").agrees(0.1 * wait, 0.04)


def test_m_erlang_2_c(books, estimates):
    # Gamma minutes of shape two; five servers, twelve minutes, an arrival every three minutes.
    law = Law(LawKind.GAMMA, mean=0.4, cv=0.5**0.5)
    estimate = estimates(one_queue(books, 5, 0.8, law, within=0.4 * 15 / 12), 12)
    estimate("mean_wait").agrees(5.078712871 / 12 * 0.4, 0.05)
    estimate("within").agrees(1 - 0.1064323438, 0.015)
