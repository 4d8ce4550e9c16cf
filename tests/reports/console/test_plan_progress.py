"""The words of a search on its way: the best, what is needed at least, and what was tried last."""

from reports.console.call import Call
from reports.console.plan_progress import Clock, search_note
from scenarios.promise.search import Now, Plan, Stage

TRIED, BEST = Plan(((1,),), 12_000, 3, 0.2), Plan(((2,),), 12_480, 0, 0.0)


def test_what_is_not_known_is_not_said() -> None:
    said = [
        search_note(Call("plan", "en"), Now(Stage.RAISE, best, TRIED, 5, bound))
        for best in (None, BEST)
        for bound in (None, 6720)
    ]
    tried = "tried 200.0 h, 3 promises missed"
    assert said == [
        tried,
        f"at least 112.0 h needed; {tried}",
        f"best 208.0 h; {tried}",
        f"best 208.0 h; at least 112.0 h needed (gap 86%); {tried}",
    ]


def test_the_clock_begins_with_the_search() -> None:
    clock = Clock(1e-9)
    assert clock.used() >= 1
    clock = Clock(1e6)
    clock.begin()
    assert 0 <= clock.used() < 1
    assert Clock(None).used() == 0
