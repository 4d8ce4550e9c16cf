"""Bulk filers: one ticket, many dossiers, and the work of all of them."""

from collections.abc import Callable, Mapping

import numpy as np
from scipy import special

from model.demand import Bulk, BulkLaw
from model.services import VisitType
from simulate.habits import Habits
from simulate.rows import VISITS, Rows
from simulate.streams import Integers, Purpose, Stream, Uniforms, Words

FEWEST = 2
# Dossiers of one visit are rows of luck of their own: the key of the row is moved on by an odd number for each.
_NEXT_DOSSIER = 0x9E3779B97F4A7C15


def dossiers_of(habits: Habits, rows: Rows, stream: Stream, row: Integers, number: Integers) -> Integers:
    """Return how many dossiers each visit brings: one, or for the share of bulk filers what the law gives."""
    many = np.ones(len(row), np.int64)
    if not habits.bulk_share.any():
        return many
    service = rows.service[row]
    mine = np.flatnonzero((habits.bulk_share[service] > 0) & (rows.visit[row] == VISITS.index(VisitType.SUBMIT)))
    if not len(mine):
        return many
    among, size = stream.pair(Purpose.BULK, rows.key[row[mine]], number[mine])
    bulk = among < habits.bulk_share[service[mine]]
    mine, size = mine[bulk], size[bulk]
    for at in np.unique(service[mine]):
        of = service[mine] == at
        many[mine[of]] = sizes(habits.bulk[at], size[of])
    return many


def sizes(bulk: Bulk, uniforms: Uniforms) -> Integers:
    """Return the quantiles of the number of dossiers of a bulk filer."""
    return _SIZES[bulk.law](bulk, uniforms)


def further(stream: Stream, key: Words, number: Integers, many: Integers) -> tuple[Integers, Uniforms]:
    """Return for each dossier after the first of its visit: the place of the visit, and the luck of its work."""
    if many.max(initial=1) == 1:
        return np.zeros(0, np.int64), np.zeros(0)
    visit = np.repeat(np.arange(len(many)), many - 1)
    first = np.cumsum(many - 1) - (many - 1)
    which = (np.arange(len(visit)) - first[visit] + 1).astype(np.uint64)
    moved = key[visit] + which * np.uint64(_NEXT_DOSSIER)
    return visit, stream.pair(Purpose.DOSSIER, moved, number[visit])[0]


def _same(bulk: Bulk, uniforms: Uniforms) -> Integers:
    return np.full(len(uniforms), round(bulk.mean), np.int64)


def _geometric(bulk: Bulk, uniforms: Uniforms) -> Integers:
    """Two, and as many more as failures before a success; the mean of those is ``mean - 2``."""
    more = bulk.mean - FEWEST
    if more <= 0:
        return np.full(len(uniforms), FEWEST, np.int64)
    failures = np.ceil(np.log1p(-uniforms) / np.log(more / (more + 1)) - 1)
    return np.asarray(FEWEST + np.maximum(failures, 0), np.int64)


def _poisson(bulk: Bulk, uniforms: Uniforms) -> Integers:
    """Two, and a Poisson number more, of mean ``mean - 2``."""
    more = bulk.mean - FEWEST
    if more <= 0:
        return np.full(len(uniforms), FEWEST, np.int64)
    table = special.pdtr(np.arange(int(more + 12 * np.sqrt(more) + 30)), more)
    return np.asarray(FEWEST + np.searchsorted(table, uniforms), np.int64)


def _seen(bulk: Bulk, uniforms: Uniforms) -> Integers:
    seen = np.sort(np.array(bulk.values, np.int64))
    return np.asarray(seen[np.minimum((uniforms * len(seen)).astype(np.int64), len(seen) - 1)], np.int64)


_SIZES: Mapping[BulkLaw, Callable[[Bulk, Uniforms], Integers]] = {
    BulkLaw.DETERMINISTIC: _same,
    BulkLaw.GEOMETRIC: _geometric,
    BulkLaw.POISSON: _poisson,
    BulkLaw.EMPIRICAL: _seen,
}
