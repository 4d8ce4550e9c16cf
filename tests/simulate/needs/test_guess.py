from dataclasses import replace

from model.instance import Instance
from simulate.needs.guess import guess_people, skills_asked


def test_the_guess_grows_with_the_work(bureau: Instance) -> None:
    plain, busy = guess_people(bureau), guess_people(bureau, 4.0)
    assert plain["N"] == round(2.524 + 0.3 * 2.524**0.5)
    assert plain["K"] == 1
    assert busy["N"] > plain["N"]


def test_nobody_is_guessed_where_nobody_comes(bureau: Instance) -> None:
    quiet = replace(bureau, demand=replace(bureau.demand, rows=bureau.demand.rows[:3]))
    assert guess_people(quiet)["K"] == 0


def test_the_skills_that_citizens_ask_for(bureau: Instance) -> None:
    assert skills_asked(bureau) == {"N": {"land", "desk"}, "K": {"desk"}}
