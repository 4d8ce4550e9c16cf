"""A whole roster read off the master problem: the columns it likes most are fixed, one person after the other.

What is fixed changes the prices, and the people still open are asked for columns at these: so the last ones fit in.

Source: R. Sadykov, F. Vanderbeck, A. Pessoa, I. Tahiri, E. Uchoa, "Primal heuristics for branch and price: the assets
of diving methods", INFORMS Journal on Computing 31 (2019).
"""

import numpy as np

from model.rostering.columns.bound import Rounds
from model.rostering.columns.master import Master
from model.rostering.neighbourhood.rows import Integers

ASKED = 2
"""How often the people still open are asked before the next one is fixed."""
SURE = 0.999


def dive(search: Rounds, values: Integers, seconds: float) -> Integers | None:
    """Return a roster like ``values`` with everybody's column fixed, None when the master or the time gave out."""
    master, fixed = search.master, dict[int, int]()
    try:
        while len(fixed) < len(search.blocks.own):
            waiting = [person for person in range(len(search.blocks.own)) if person not in fixed]
            for _ in range(ASKED):
                solved = master.dual()
                if solved is None or seconds <= 0 or search.stop.now():
                    return None
                seconds -= search.ask(waiting, solved[0])
            if master.dual() is None:
                return None
            new = _liked(master, set(waiting))
            master.fix(list(new.values()))
            fixed |= new
    finally:
        master.release(list(fixed.values()))
    found = values.copy()
    for person, column in fixed.items():
        found[search.blocks.own[person]] = master.values[column]
    return found


def _liked(master: Master, people: set[int]) -> dict[int, int]:
    """Return the columns used whole, by person, and the one used most of those in parts."""
    used, best = master.chosen(), dict[int, int]()
    for column in np.flatnonzero(used > 0).tolist():
        person = master.person[column]
        if person in people and (person not in best or used[column] > used[best[person]]):
            best[person] = column
    sure = {person: column for person, column in best.items() if used[column] >= SURE}
    parts = [person for person in best if person not in sure]
    most = max(parts, key=lambda person: used[best[person]], default=None)
    return sure if most is None else sure | {most: best[most]}
