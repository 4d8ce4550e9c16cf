"""Visits of several stages: a network of M/M/c stations whose queues behave as if they were alone.

Source: J. R. Jackson, *Operations Research* 5 (1957): product form for Poisson arrivals, exponential service
and routes chosen by chance. Waits at different stations add up in the mean, also along one citizen's way.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulate.theory.checks import require_positive
from simulate.theory.erlang import ErlangC


@dataclass(frozen=True, slots=True)
class Station:
    """A stage of the visit: its name, mean minutes of service, servers, and arrivals per minute from outside."""

    name: str
    mean: float
    servers: int
    arrivals: float = 0.0


@dataclass(frozen=True, slots=True)
class Network:
    """Stations and ``routes``: from a station to the next with a probability, what is missing to 1 goes home."""

    stations: tuple[Station, ...]
    routes: tuple[tuple[str, str, float], ...]

    def queues(self) -> dict[str, ErlangC]:
        """Return each station as the queue it behaves like.

        Raises:
            ValueError: when nobody reaches a station, or citizens never go home.
        """
        return {
            station.name: ErlangC(rate, station.mean, station.servers)
            for station, rate in zip(self.stations, self._rates(), strict=True)
        }

    def mean_wait_along(self, way: Sequence[str]) -> float:
        """Return the mean minutes waited in all by a citizen who passes the named stations."""
        queues = self.queues()
        return sum(queues[name].mean_wait for name in way)

    def mean_stay(self) -> float:
        """Return the mean minutes from arrival to the way home, waits and services, over all citizens."""
        inside = sum(queue.rate * (queue.mean_wait + queue.mean) for queue in self.queues().values())
        return inside / sum(station.arrivals for station in self.stations)

    def _rates(self) -> list[float]:
        """Return the arrivals per minute at each station, returning citizens included (traffic equations)."""
        place = {station.name: row for row, station in enumerate(self.stations)}
        onward = np.zeros((len(place), len(place)))
        for origin, target, chance in self.routes:
            onward[place[origin], place[target]] += chance
        if onward.sum(axis=1).max(initial=0.0) > 1 + 1e-12:
            raise ValueError("the chances of the routes from a station add up to more than 1")
        if max(abs(np.linalg.eigvals(onward)), default=0.0) >= 1 - 1e-12:
            raise ValueError("some citizens never go home: the routes form a closed circle")
        outside = np.array([station.arrivals for station in self.stations])
        rates = [float(rate) for rate in np.linalg.solve(np.eye(len(place)) - onward.T, outside)]
        require_positive(**dict(zip(place, rates, strict=True)))
        return rates
