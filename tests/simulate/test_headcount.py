from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from multiprocessing import active_children
from multiprocessing.process import BaseProcess
from signal import SIGTERM
from typing import Any

import pytest

from model.centre import Counter, Site
from model.clock import Interval
from model.geography import Unit
from model.instance import Instance
from model.services import LawKind, Target
from model.staff import Skill
from simulate.headcount import least_staff
from simulate.needs.crowd import with_people
from simulate.needs.promise import promises
from simulate.replicate import simulate


@pytest.fixture
def town(office: Callable[..., Instance], kit: Any) -> Instance:
    """Return three sites: one short of staff, one with too many, one nobody goes to."""
    paper = kit.service("paper", kit.law(10, LawKind.LOGNORMAL, 0.7))
    names = {"busy": 2, "calm": 4, "empty": 1}
    return office(
        [paper],
        [kit.person(f"{site}{at}", "paper", site=site) for site, many in names.items() for at in range(many)],
        rows=[("busy", "paper", 180.0), ("calm", "paper", 12.0)],
        shifts=(kit.shift("day", "08:00-16:00"),),
        opening="08:00-16:00",
        profile="08:00-16:00",
        counters=[
            Counter(f"{site}-{at}", site, frozenset({"paper"})) for site, many in names.items() for at in range(many)
        ],
        sites=[Site(site, site, site, 21.0 + at, 105.8) for at, site in enumerate(names)],
        units=[Unit(site, site, 21.0 + at, 105.8, 1) for at, site in enumerate(names)],
        dates=[kit.monday + timedelta(days=at) for at in range(3)],
    )


def test_the_least_number_keeps_the_promise_and_one_less_does_not(town: Instance) -> None:
    found = {one.site: one for one in least_staff(town, replications=4).sites}
    for site in ("busy", "calm"):
        needed = found[site].needed
        assert needed is not None
        for people in (needed, needed - 1):
            changed = with_people(town, {site: people})
            kept = promises(changed, simulate(changed, replications=4, sites={site}))[site].kept
            assert kept is (people == needed)
    assert (found["busy"].kept_now, found["calm"].kept_now) == (False, True)
    assert found["busy"].counters == found["busy"].needed
    assert found["calm"].counters == 4
    assert found["busy"].share_now < found["busy"].share_needed
    assert 0 <= found["busy"].half < 0.2


def test_the_total_and_what_a_quiet_site_needs(town: Instance) -> None:
    found = least_staff(town, replications=2)
    assert found.now == 7
    assert found.needed == sum(one.needed or 0 for one in found.sites)
    assert {one.site: one.needed for one in found.sites}["empty"] == 0
    assert (found.beyond, found.short) == ((), ("busy",))
    assert (found.replications, len(found.dates)) == (2, 3)


def test_when_nobody_is_there_at_the_opening_no_number_is_enough_and_that_is_said(town: Instance) -> None:
    late = replace(town.shifts["day"], span=Interval(600, 960))
    strict = replace(town.settings, target=Target(0.95, 15))
    found = least_staff(replace(town, settings=strict, shifts={"day": late}), replications=1, sites={"busy"})
    assert found.beyond == ("busy",)
    assert found.sites[0].needed is None
    assert found.sites[0].tried >= 10
    assert found.needed == found.sites[0].tried


def test_a_published_roster_does_not_count(town: Instance) -> None:
    from model.roster import Roster

    off = replace(town, roster=Roster(town.settings.run.dates, ()))
    assert least_staff(off, replications=1, sites={"calm"}) == least_staff(town, replications=1, sites={"calm"})


def test_two_processes_find_the_same(town: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulate.headcount.SITES_AT_ONCE", 1)
    told: list[tuple[int, int]] = []
    alone = least_staff(town, replications=1, on_done=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert least_staff(town, replications=1, workers=2) == alone


def test_ctrl_c_does_not_wait_for_searches_under_way(town: Instance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulate.headcount.SITES_AT_ONCE", 1)
    workers: list[BaseProcess] = []

    def stop(done: int, of: int) -> None:
        workers.extend(active_children())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        least_staff(town, replications=50, workers=2, on_done=stop)
    assert [one.exitcode for one in workers] == [-SIGTERM] * 2


def test_a_skill_nobody_there_holds_is_named(town: Instance) -> None:
    unable = {code: replace(one, skills={"other": Skill("other")}) for code, one in town.staff.items()}
    found = least_staff(replace(town, staff=unable), replications=1, sites={"calm", "empty"})
    calm, empty = found.sites
    assert (calm.needed, calm.missing) == (None, ("paper",))
    assert (empty.needed, empty.missing) == (0, ())
    assert least_staff(town, replications=1, sites={"calm"}).sites[0].missing == ()
