"""The laws of bookkeeping of played days, asked in one go. ``simulate.visits`` names those that are broken."""

SERVED, LEFT, TURNED_AWAY, NO_SHOW, UNREACHED, BALKED = 0, 1, 2, 4, 5, 6


def all_kept(planned, join, start, end, outcome, ends, again, again_ends, area):  # type: ignore[no-untyped-def]
    """Return whether conservation, causality and Little's law hold; ``ends`` and ``again_ends`` close each day."""
    first, first_again = 0, 0
    for day in range(len(ends)):
        waited = 0
        for who in range(first, ends[day]):
            called, out = start[who] != -1, end[who]
            if called:
                out = start[who]
            wait = out - join[who]
            waited += wait
            ended = outcome[who]
            if wait < 0 or end[who] < out or ended in (TURNED_AWAY, NO_SHOW):
                return False
            if (planned[who] != -1 and join[who] != planned[who]) or (join[who] == -1) != (ended == UNREACHED):
                return False
            if (ended == SERVED and not called) or (called and ended in (LEFT, BALKED)):
                return False
            if ended == BALKED and end[who] != join[who]:
                return False
        for row in range(first_again, again_ends[day]):
            waited += again[row, 2] - again[row, 1]
        if waited != area[day]:
            return False
        first, first_again = ends[day], again_ends[day]
    return True
