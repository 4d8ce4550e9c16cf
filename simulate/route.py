"""The way of visits through several stages of one day, as plain arrays."""

from dataclasses import dataclass

import numpy as np

from simulate.streams import Integers


@dataclass(frozen=True, slots=True)
class Route:
    """What follows what: struct of arrays over the stages of a plan, all empty where every visit has one stage.

    ``onward`` is the stage that follows a stage once it is served (``NEVER``: none), ``gap`` the ticks from the end of
    the stage before until the ticket of this one, ``same`` 1 where it waits for the server of the stage before.
    """

    onward: Integers
    gap: Integers
    same: Integers

    def __len__(self) -> int:
        return len(self.onward)


STRAIGHT = Route(*(np.zeros(0, np.int64) for _ in range(3)))
"""The route of visits with one stage each."""
