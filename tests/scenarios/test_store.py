import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from model.figures import Label, Name
from model.instance import Instance
from model.merger import Scenario, SetStaff
from model.workdays import Calendar, CalendarDay, DayKind
from scenarios.compare import compare
from scenarios.comparison import Comparison
from scenarios.store import read_comparison, write_comparison


@pytest.fixture
def comparison(town: Instance) -> Comparison:
    day = town.settings.run.dates[0]
    calendar = Calendar({day: CalendarDay(day, DayKind.WORKING, "x", "official", "decree")})
    few = Scenario("few", Name("ít", "few"), "base", (SetStaff((), each=1),), Label.ASSUMPTION, "chosen")
    workspace = replace(town, calendar=calendar, scenarios={"few": few}, digest="abc")
    return compare(workspace, ["few"], replications=2, staff_replications=1)


def test_what_is_written_is_read_back(comparison: Comparison, tmp_path: Path) -> None:
    files = write_comparison(tmp_path / "new" / "out", comparison)
    assert all(path.is_file() for path in files)
    assert not [path for path in (tmp_path / "new" / "out").iterdir() if path not in files]
    stored = read_comparison(tmp_path / "new" / "out")
    assert stored.tables["replications"]["arrivals"].sum() == pytest.approx(comparison.replications()["arrivals"].sum())
    assert stored.tables["summary"]["scenario"].tolist() == ["base", "few"]
    assert set(stored.tables["differences_total"]["scenario"]) == {"few"}
    assert stored.tables["headcount"].groupby("scenario")["now"].sum().to_dict() == {"base": 8, "few": 5}
    assert pd.read_csv(tmp_path / "new" / "out" / "summary.csv")["staff"].tolist() == [8, 5]


def test_the_birth_certificate_tells_input_seed_and_calendar(comparison: Comparison, tmp_path: Path) -> None:
    write_comparison(tmp_path, comparison)
    found = json.loads((tmp_path / "provenance.json").read_text(encoding="utf-8"))
    assert (found["input"], found["seed"], found["base"]) == ("abc", 7, "base")
    assert found["dates"] == ["2026-11-23", "2026-11-24"]
    assert found["calendar"][0]["status"] == "official"
    assert found["scenarios"][1] == {
        "id": "few",
        "label": "assumption",
        "source": "chosen",
        "replications": 2,
        "replications_asked": 2,
        "staff_search_replications": 1,
    }
    assert found["interrupted"] is False


def test_the_same_comparison_is_written_the_same_twice(comparison: Comparison, tmp_path: Path) -> None:
    first = write_comparison(tmp_path / "a", comparison)
    second = write_comparison(tmp_path / "b", comparison)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_folder_without_a_comparison_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_comparison(tmp_path)
