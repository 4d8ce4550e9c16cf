"""Visits of several stages from the table of the workspace to the tallies, the records and the event log."""

from dataclasses import replace

import numpy as np
import pytest

from model.files.examples import example_path
from model.files.read import read_workspace
from model.services import Law, LawKind, VisitType
from model.stages import FurtherStage
from simulate.events import CASE, event_log
from simulate.ledger import UNREACHED
from simulate.needs.design import draw_samples
from simulate.play import play_replication, set_stage
from simulate.records import visit_records
from simulate.replicate import simulate


@pytest.fixture(scope="module")
def staged():
    """Return the branch where submitting goes on to another service's counter, and most come back to their own."""
    branch, _ = read_workspace(example_path("branch"))
    first, other, *_ = branch.services
    stages = (
        FurtherStage(first, VisitType.SUBMIT, 1, other, Law(LawKind.DETERMINISTIC, mean=2), 0.7, 3),
        FurtherStage(first, VisitType.SUBMIT, 2, first, Law(LawKind.GAMMA, mean=1.5, cv=0.5), 0.5, 1, True),
    )
    dates = branch.calendar.worked(branch.settings.run.dates)[:2]
    run = replace(branch.settings.run, dates=tuple(dates))
    return replace(branch, stages=stages, settings=replace(branch.settings, run=run))


def test_every_stage_reached_is_a_row_and_the_first_stages_are_as_without(staged):
    dates = staged.settings.run.dates
    table = play_replication(set_stage(staged, dates, 1, None, None), 0).visits
    plain = play_replication(set_stage(replace(staged, stages=()), dates, 1, None, None), 0).visits
    first = table.stage == 0
    assert not (table.outcome == UNREACHED).any() and not (table.join < 0).any()
    for name in ("date", "row", "number", "arrival", "join"):
        assert np.array_equal(getattr(table, name)[first], getattr(plain, name))
    assert {1, 2} <= set(table.stage.tolist())
    submits = first & (table.service == 0) & (table.row == table.row[table.stage == 1][0])
    share = (table.stage == 1).sum() / max(1, ((table.service == 0) & first).sum())
    assert 0 < share < 0.75 and submits.any()


def test_a_stage_begins_the_gap_after_the_stage_before(staged):
    records = visit_records(staged)
    last = records[records["stage"] == 1].set_index("visit")
    paying = records[records["stage"] == 2].set_index("visit")
    assert len(paying)
    gap = (paying["ticket"] - last.loc[paying.index, "finished"]).dt.total_seconds()
    assert set(gap) == {180.0}
    back = records[records["stage"] == 3].set_index("visit")
    before = paying.reindex(back.index)["person"].fillna(last.loc[back.index, "person"])
    assert len(back) and (before == back["person"]).mean() > 0.3
    assert paying["door_minutes"].isna().all()


def test_the_tables_count_each_stage_at_its_service_and_the_journey_once(staged):
    plain, with_stages = (
        simulate(one, replications=2, workers=1).tallies["total"] for one in (replace(staged, stages=()), staged)
    )
    assert (with_stages["arrivals"] > plain["arrivals"]).all()
    assert np.array_equal(with_stages["visitors"], plain["visitors"])


def test_the_stages_of_a_visit_are_one_case_in_order_of_time(staged):
    log = event_log(staged)
    runs = (log[CASE] != log[CASE].shift()).sum()
    assert runs == log[CASE].nunique()
    case = log[log[CASE] == log.groupby(CASE).size().idxmax()]
    assert (case["concept:name"] == "arrival").sum() == 1
    assert (case["concept:name"] == "ticket").sum() == 3
    assert case["time:timestamp"].is_monotonic_increasing
    assert case.filter(like="case:").nunique().max() == 1


def test_the_search_for_staff_takes_stages_as_visits_with_tickets_of_their_own(staged):
    day = staged.settings.run.dates[0]
    stage = set_stage(staged, (day,), 1, None, None)
    (sample,) = draw_samples(staged, stage.rows, day, 1, range(1))
    assert sample.visits.further is None
    assert (sample.door.join >= 0).all()


def test_stages_are_read_from_their_table(tmp_path):
    from shutil import copytree

    folder = copytree(example_path("branch"), tmp_path / "w")
    first, other, *_ = read_workspace(folder)[0].services
    head = "service,visit,order,at,law,mean,share,gap,same_counter\n"
    (folder / "stages.csv").write_text(f"{head}{first},submit,1,{other},deterministic,2,80%,3,yes\n", encoding="utf-8")
    instance, _ = read_workspace(folder)
    assert instance.stages == (
        FurtherStage(first, VisitType.SUBMIT, 1, other, Law(LawKind.DETERMINISTIC, mean=2), 0.8, 3, True),
    )
