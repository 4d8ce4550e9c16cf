from dataclasses import replace
from datetime import date

from model.instance import Instance
from model.labour import LabourFigure, LabourRule
from model.staff import Limit, LimitKind, Skill
from simulate.needs.crowd import in_order_of_use, with_people


def skills(instance: Instance, site: str) -> list[str]:
    return [" ".join(sorted(one.skills)) for one in instance.people(site)]


def test_fewer_people_cover_every_skill_first(bureau: Instance) -> None:
    assert skills(with_people(bureau, {"N": 2}), "N") == ["land", "desk"]
    assert skills(with_people(bureau, {"N": 0}), "N") == []
    assert with_people(bureau, {"N": 2}).people("K") == bureau.people("K")


def test_more_people_repeat_the_mix_and_get_counters(bureau: Instance) -> None:
    more = with_people(bureau, {"N": 6, "K": 3})
    assert sorted(skills(more, "N")) == ["desk", "desk", "land", "land", "land", "land"]
    assert [one.id for one in more.people("K")] == ["d", "K-P01", "K-P02"]
    assert sum(one.site == "N" for one in more.counters.values()) == 6
    assert more.counters["K-Q01"].services == {"paper"}
    assert len(bureau.counters) == 6, "the base is untouched"


def test_counters_are_never_taken_away(bureau: Instance) -> None:
    assert with_people(bureau, {"N": 1}).counters == bureau.counters


def test_posts_carry_no_limits_of_the_person_they_copy(bureau: Instance) -> None:
    limit = Limit(LimitKind.PREGNANT, date(2026, 1, 1), date(2026, 12, 31))
    expecting = replace(bureau, staff={**bureau.staff, "d": replace(bureau.staff["d"], limits=(limit,))})
    first, post = with_people(expecting, {"K": 2}).people("K")
    assert first.limits
    assert post.limits == ()


def test_a_site_without_staff_gets_people_with_every_skill_it_needs(bureau: Instance) -> None:
    labour = replace(bureau.labour, figures={LabourRule.MAX_HOURS_WEEK: LabourFigure(40, "x")})
    empty = replace(bureau, staff={"a": bureau.staff["a"]}, labour=labour)
    person = with_people(empty, {"K": 1}).people("K")[0]
    assert (person.id, set(person.skills), person.usual_shift, person.weekly_minutes) == (
        "K-P01",
        {"desk"},
        "day",
        2400,
    )


def test_the_mix_is_kept_along_the_list(bureau: Instance) -> None:
    land, desk = bureau.staff["a"], bureau.staff["c"]
    people = [replace(land, id=f"l{at}") for at in range(4)] + [replace(desk, id=f"d{at}") for at in range(2)]
    order = [one.id[0] for one in in_order_of_use(people)]
    assert order[:2] == ["l", "d"]
    assert sorted(order[:3]) == ["d", "l", "l"]
    both = replace(land, id="b", skills={"land": Skill("land"), "desk": Skill("desk")})
    assert in_order_of_use([*people, both])[0].id == "b"
