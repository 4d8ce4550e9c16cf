"""Priorities, skills and pooling against exact values.

Sources: Cobham 1954 for priorities; the N model and the merged queue by exact Markov chains of the project's
reference collection (cases C11 and D17). Times are scaled so that a day holds thousands of services.
"""

import pytest


@pytest.mark.parametrize(
    ("servers", "rates", "waits"),
    [(1, (0.3, 0.5), (1.142857, 5.714286)), (5, (1.5, 2.75), (0.18699, 1.24661))],
)
def test_cobham(books, estimates, servers, rates, waits):
    mean = 0.1 if servers == 1 else 0.4
    classes = [
        books.klass(name, rate / mean, books.exponential(mean), first=name == "a")
        for name, rate in zip("ab", rates, strict=True)
    ]
    people = [books.desk({"a": (1.0, 1), "b": (1.0, 1)}) for _ in range(servers)]
    estimate = estimates(books.queue(classes, people), 8)
    for name, wait in zip("ab", waits, strict=True):
        estimate("mean_wait", "service", service=name).agrees(wait * mean, 0.1)


# (l1, l2, s1, s2, minutes of class 1 in pool 1, in pool 2, of class 2, T) and exact waits, shares late, utilisations.
N_MODEL = [
    ((0.5, 1 / 6, 3, 4, 6, 7.5, 15, 15), (3.820485818, 5.069813396), (0.07492826181, 0.1000908977)),
    ((0.6, 0.2, 4, 5, 6, 6, 12, 10), (0.5301267132, 1.055187424), (0.007693701081, 0.02028669615)),
]


@pytest.mark.parametrize(("inputs", "waits", "late"), N_MODEL)
def test_the_n_model(books, estimates, inputs, waits, late):
    l1, l2, s1, s2, first, helped, second, within = inputs
    scale = 0.1
    classes = [
        books.klass("one", l1 / scale, books.exponential(first * scale), within=within * scale),
        books.klass("two", l2 / scale, books.exponential(second * scale), first=True, within=within * scale),
    ]
    specialists = [books.desk({"one": (1.0, 1)}) for _ in range(s1)]
    generalists = [books.desk({"one": (first / helped, 2), "two": (1.0, 1)}) for _ in range(s2)]
    estimate = estimates(books.queue(classes, specialists + generalists), 14)
    for name, wait, share in zip(("one", "two"), waits, late, strict=True):
        estimate("mean_wait", "service", service=name).agrees(wait * scale, 0.08)
        estimate("within", "service", service=name).agrees(1 - share, 0.02)


def offices(books, merged):
    """Return two offices (quick and slow errands, four counters each), apart or with one queue."""
    scale = 0.1
    classes = [
        books.klass("quick", 1.0 / scale, books.exponential(3 * scale), unit="Q"),
        books.klass("slow", 0.1 / scale, books.exponential(30 * scale), unit="Q" if merged else "W"),
    ]
    skills = {"quick": (1.0, 1), "slow": (1.0, 1)}
    people = [books.desk(skills, site="Q" if merged or at < 4 else "W") for at in range(8)]
    return books.queue(classes, people)


def test_two_offices_apart(books, estimates):
    estimate = estimates(offices(books, merged=False), 5)
    estimate("mean_wait", "site", site="Q").agrees(0.1528301887, 0.04)
    estimate("mean_wait", "site", site="W").agrees(1.528301887, 0.16)


def test_a_merger_makes_the_quick_errand_wait_longer(books, estimates):
    estimate = estimates(offices(books, merged=True), 8)
    estimate("mean_wait").agrees(0.236345709, 0.1)
    quick = estimate("mean_wait", "service", service="quick")
    assert quick.value - 3.5 * quick.error > 0.1528301887
