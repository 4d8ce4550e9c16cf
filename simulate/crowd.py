"""The opening crowd: those who stand before the door when it opens."""

import numpy as np

from model.instance import Instance
from simulate.rows import Rows
from simulate.streams import Integers, Mask, Purpose, Stream, Uniforms
from simulate.ticks import moments, per_minute


def at_the_door(
    instance: Instance, rows: Rows, stream: Stream, row: Integers, number: Integers, booked: Mask, arrival: Integers
) -> Integers:
    """Return the arrivals with those of the opening crowd put before the first opening of their site on the date.

    Of the visits without a booking each belongs to the crowd with the site's share, and then comes evenly within the
    site's minutes before the door opens (never before midnight). Nobody waits at a door that stays shut.
    """
    if not instance.settings.crowd.share and not any(site.crowd for site in instance.sites.values()):
        return arrival
    share, first, length = _doors(instance, stream)
    at = rows.site[row]
    mine = np.flatnonzero((share[at] > 0) & ~booked)
    if not len(mine):
        return arrival
    among, when = stream.pair(Purpose.CROWD, rows.key[row[mine]], number[mine])
    early = among < share[at[mine]]
    who, site = mine[early], at[mine[early]]
    begin = np.maximum(first[site] - length[site], 0)
    moved = arrival.copy()
    moved[who] = moments(begin + when[early] * (first[site] - begin), per_minute(instance.settings))
    return moved


def _doors(instance: Instance, stream: Stream) -> tuple[Uniforms, Integers, Integers]:
    """Return by site the share of the crowd, the minute of the first opening, and the minutes before it.

    One more place stands for nowhere: there is no crowd.
    """
    share, first, length = [], [], []
    for site in instance.sites.values():
        crowd = site.crowd or instance.settings.crowd
        opening = instance.opening(site.id, stream.day) if crowd.share > 0 else ()
        share.append(crowd.share if opening else 0.0)
        first.append(min((one.start for one in opening), default=0))
        length.append(crowd.minutes)
    return np.array([*share, 0.0]), np.array([*first, 0], np.int64), np.array([*length, 0], np.int64)
