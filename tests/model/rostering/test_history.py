"""What was worked before the dates counts in them."""

from dataclasses import replace
from datetime import timedelta

from model.history import History
from model.rostering.problem import pose


def centre(make, **more):
    return make.centre([make.person("p"), make.person("q")], [make.MORNING, make.AFTERNOON], {"c": "a"}, **more)


def test_days_on_end_are_counted_back_to_the_records(make):
    eve = make.MONDAY - timedelta(days=1)
    past = [(eve - timedelta(days=back), "p", "M", "") for back in range(3)] + [(eve - timedelta(days=1), "q", "M", "")]
    carried = [make.carried("p", eve - timedelta(days=3), days_on_end=4), make.carried("q", eve, days_on_end=2)]
    problem = pose(centre(make, past=past, carried=carried), "S", make.days(2), None)
    assert problem.days_on_end("p") == 7
    assert problem.days_on_end("q") == 2
    assert pose(centre(make, past=past), "S", make.days(2), None).days_on_end("p") == 3
    assert pose(centre(make, past=past), "S", make.days(2), None).days_on_end("q") == 0


def test_dates_of_the_roster_are_not_their_own_past(make):
    past = [(make.MONDAY, "p", "M", ""), (make.days(3)[2], "p", "M", ""), (make.MONDAY, "somebody else", "M", "")]
    problem = pose(centre(make, past=past), "S", make.days(2), None)
    assert list(problem.known["p"]) == [make.days(3)[2]]
    assert problem.known["q"] == {}


def test_the_history_goes_before_the_workspaces_own_roster(make):
    first, second = make.days(2, make.MONDAY - timedelta(days=7))
    instance = centre(make, past=[(first, "p", "M", "")])
    planned = make.roster([first, second], (first, "p", "A", "c"), (second, "p", "A", "c"))
    problem = pose(replace(instance, roster=planned), "S", make.days(1), None)
    assert [one.shift for one in problem.known["p"].values()] == ["M", "A"]


def test_a_roster_adds_only_dates_that_are_not_known(make):
    first, second = make.days(2)
    history = History(make.roster([first], (first, "p", "M", "")))
    more = history.adding(make.roster([first, second], (first, "q", "M", ""), (second, "q", "M", "")))
    assert more.past.dates == (first, second)
    assert [(one.date, one.person) for one in more.past.assignments] == [(first, "p"), (second, "q")]
    assert history.past.dates == (first,)
