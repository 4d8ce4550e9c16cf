"""Any service law: the exact single server and the usual approximations for several.

Only the mean and the coefficient of variation (``cv``, standard deviation over mean) of the service enter.
"""

from simulate.theory.checks import require_not_negative, require_positive
from simulate.theory.erlang import ErlangC


def pollaczek_khinchine(rate: float, mean: float, cv: float) -> float:
    """Return the EXACT mean minutes of waiting before one server (M/G/1); infinite when overloaded.

    Source: F. Pollaczek (1930), A. Y. Khinchine (1932).
    """
    return lee_longton(rate, mean, cv, servers=1)


def lee_longton(rate: float, mean: float, cv: float, servers: int) -> float:
    """Return the APPROXIMATE mean minutes of waiting before several servers (M/G/c).

    Erlang C times (1 + cv²) / 2. Exact for one server and for exponential service; elsewhere good to some
    per cent under heavy load and worse under light load.
    Source: A. M. Lee and P. A. Longton, *Operational Research Quarterly* 10 (1959).
    """
    return allen_cunneen(rate, mean, cv, servers, arrival_cv=1.0)


def allen_cunneen(rate: float, mean: float, cv: float, servers: int, *, arrival_cv: float) -> float:
    """Return the APPROXIMATE mean minutes of waiting when arrivals are not Poisson either (G/G/c).

    Erlang C times (arrival_cv² + cv²) / 2, where ``arrival_cv`` belongs to the gaps between arrivals.
    Source: A. O. Allen, *Probability, Statistics and Queueing Theory* (1990), section 6.5.
    """
    require_not_negative(cv=cv, arrival_cv=arrival_cv)
    return ErlangC(rate, mean, servers).mean_wait * (arrival_cv**2 + cv**2) / 2


def approximate_late(rate: float, mean: float, cv: float, servers: int, *, minutes: float) -> float:
    """Return the APPROXIMATE share of arrivals that wait longer than ``minutes`` (M/G/c).

    The chance to wait is taken from Erlang C, the wait of those who wait as exponential with Lee and Longton's mean.
    Exact for exponential service.
    """
    require_positive(cv=cv)
    # A wait that is longer on average by a factor has the tail of Erlang C at a time shorter by that factor.
    return ErlangC(rate, mean, servers).late(minutes * 2 / (1 + cv**2))
