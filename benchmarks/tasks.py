"""Solve task scheduling instances one after the other and print a table: ``tasks.py RESULTS SECONDS FILE...``.

RESULTS is a CSV file; instances that stand in it already are not solved again, so an interrupted run goes on.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path

COMMAND = (sys.executable, "-c", "import sys, cli; sys.exit(cli.main())", "bench", "roster")
COLUMNS = ("instance", "objective", "bound", "seconds", "lawful")


def main(results: Path, seconds: str, files: list[Path]) -> None:
    """Solve what is missing, then print all rows of the results."""
    done = {row["instance"] for row in rows(results)}
    for path in files:
        if path.stem not in done:
            add(results, {"instance": path.stem, **solved(path, seconds)})
    print("| " + " | ".join(COLUMNS) + " |")
    print("| --- " * len(COLUMNS) + "|")
    for row in rows(results):
        print("| " + " | ".join(row[column] for column in COLUMNS) + " |")


def solved(path: Path, seconds: str) -> dict[str, object]:
    """Return what the command says of one instance."""
    command = [*COMMAND, str(path), "--seconds", seconds, "--format", "json", "--quiet"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {column: told[column] for column in COLUMNS[1:]}


def rows(results: Path) -> list[dict[str, str]]:
    """Return the rows found so far."""
    if not results.exists():
        return []
    with results.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add(results: Path, row: dict[str, object]) -> None:
    """Append one row, with the head before the first."""
    fresh = not results.exists()
    with results.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        if fresh:
            writer.writeheader()
        writer.writerow(row)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], [Path(one) for one in sys.argv[3:]])
