"""The tables of visits by compiled code, which makes them all in one go."""

from dataclasses import dataclass, fields

import numpy as np

from simulate.columns import NAMES, WATCHED
from simulate.compiled_sums import compiled_tables
from simulate.frame import Frame
from simulate.layout import BROADER, KEYS, NOTHING, ORDER, SHARES, WITH_STAFF, always, weights
from simulate.ledger import AgainTable, Ledger, PersonTable, VisitTable
from simulate.measured import Part, heads
from simulate.papers import COMES_BACK
from simulate.rows import NOWHERE, Rows
from simulate.streams import Integers, Uniforms

# In the order of compiled code: the minutes of pieces of waiting stand before those until closing.
SUMS = (*NAMES[:-1], "queue_minutes", WATCHED, "slot_minutes", *ORDER)
STAFF = ("duty_minutes", "busy_minutes", "overtime_minutes")
NOT_FOLLOWED = -1
# Codes farther apart than this for each visit are grouped by sorting instead of by counting.
SPREAD, LEAST_SPREAD = 64, 1 << 16


@dataclass(frozen=True, slots=True)
class Layout:
    """What compiled code has to know of some tables; ``columns`` are the places of their keys and all their names.

    ``weights`` are those of the keys and, behind them, the table that is followed and whether there is staff; the
    groups a table always has lie in ``always`` from its place in ``ends`` to the next. ``watched`` are minutes by site.
    """

    weights: Integers
    always: Integers
    ends: Integers
    watched: Uniforms
    columns: tuple[tuple[tuple[int, ...], tuple[str, ...]], ...]


def _followed(names: tuple[str, ...], at: int) -> int:
    """Return the place of the table that says the same of all sites together, if it stands before."""
    broader = BROADER.get(names[at])
    return names.index(broader) if broader in names[:at] else NOT_FOLLOWED


def _layout(frame: Frame, names: tuple[str, ...], alone: bool) -> Layout:
    """Lay out some tables; of one site ``alone`` the tables by site follow the broader ones."""
    follows = [_followed(names, at) if alone else NOT_FOLLOWED for at in range(len(names))]
    rows = [(*weights(frame, name), at, int(name in WITH_STAFF)) for name, at in zip(names, follows, strict=True)]
    groups = [always(frame, name) for name in names]
    watched = np.zeros(max(frame.watched) + 2)
    watched[list(frame.watched)] = list(frame.watched.values())
    keys = [tuple(at for at in range(len(KEYS)) if row[at]) for row in rows]
    columns = [
        (*(KEYS[at] for at in mine), *SUMS, *(STAFF if row[-1] else ())) for mine, row in zip(keys, rows, strict=True)
    ]
    return Layout(
        np.array(rows, np.int64),
        np.concatenate((NOTHING, *groups)),
        np.cumsum([0, *(len(one) for one in groups)]),
        watched,
        tuple(zip(keys, columns, strict=True)),
    )


def tabulated_at_once(frame: Frame, rows: Rows, ledger: Ledger, names: tuple[str, ...]) -> dict[str, Part]:
    """Return those of the named tables that compiled code can make, none without a compiler."""
    compiled = compiled_tables()
    if compiled is None or not names:
        return {}
    # Of one site alone the tables by site say nothing more, unless somebody is at none.
    alone = len(frame.sites) == 1 and bool((ledger.visits.site != NOWHERE).all())
    layout = frame.kept(("layout", alone, *names), lambda: _layout(frame, names, alone))
    bounds, keys, numbers = compiled(
        _columns(ledger.visits),
        _columns(ledger.again),
        _columns(ledger.people),
        (rows.kilometres, rows.minutes),
        frame.within,
        frame.closing,
        layout.watched,
        (frame.rate, frame.slot_minutes, frame.slots, frame.measured_from, int(rows.same_day), COMES_BACK),
        layout.weights,
        int(frame.sites[0]) if alone else NOWHERE,
        layout.always,
        layout.ends,
        SHARES,
        SPREAD,
        LEAST_SPREAD,
    )
    parts: dict[str, Part] = {}
    for name, (at, to), (mine, columns) in zip(names, bounds.tolist(), layout.columns, strict=True):
        if at <= to:
            part = dict(zip(columns, (*(keys[key, at:to] for key in mine), *numbers[:, at:to]), strict=False))
            parts[name] = {**part, **_heads(frame, part, name)} if name in WITH_STAFF else part
    return parts


def _heads(frame: Frame, part: Part, name: str) -> Part:
    """Return how many people are on the staff, looked up once for the same sites."""
    codes = part.get("site", NOTHING)
    return frame.kept(
        (name, codes.tobytes()), lambda: heads(frame, codes if name == "site" else np.zeros(1, np.int64), name)
    )


def _columns(table: VisitTable | AgainTable | PersonTable) -> tuple[Integers, ...]:
    return tuple(np.ascontiguousarray(getattr(table, one.name)) for one in fields(table))
