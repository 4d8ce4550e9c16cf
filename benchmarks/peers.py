"""Our rosters beside those of other programs, on their own kinds of problem, answer by answer in one run.

    pip install -e '.[bench]' && python -m benchmarks.peers [--seconds 60] [--runs 1] [--only counts week example]

``counts`` and ``week`` are what pyworkforce answers (``peer_counts.py``, ``peer_week.py``), ``example`` is the data of
OR-Tools' example (``peer_example.py``). Each answer is scored by this script from the roster alone, whoever gave it.
The seconds are of the clock, from the data to the answer, the median of the runs; imports are not counted. On a busy
machine the seconds of the processor, all threads together, say more.
"""

import argparse

from benchmarks import peer_counts, peer_plain, peer_week
from benchmarks.peer_rows import HEAD, Terms, library

PARTS = {"counts": peer_counts.rows, "week": peer_week.rows, "example": peer_plain.rows}


def main() -> None:
    """Print the table."""
    terms = argparse.ArgumentParser()
    terms.add_argument("--seconds", type=float, default=60.0)
    terms.add_argument("--runs", type=int, default=1)
    terms.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS))
    given = terms.parse_args()
    if library("pyworkforce") is None:
        print("pyworkforce is not installed: its rows are left out (pip install -e '.[bench]')\n")
    print(HEAD)
    for part in given.only:
        for row in PARTS[part](Terms(given.seconds, given.runs)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
