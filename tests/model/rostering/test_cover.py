"""Who counts in a slot, and what is left uncovered."""

from model.rostering.cover import cover, covering, required
from model.rostering.problem import pose


def test_only_whole_slots_at_the_counter_count(make):
    problem = pose(make.centre([make.person("p")], [make.DAY, make.MORNING], {"c": "a"}), "S", make.days(1), None)
    assert covering(problem, make.span("08:00-08:30")) == ("D", "M")
    assert covering(problem, make.span("11:45-12:15")) == ()
    assert covering(problem, make.span("16:30-17:00")) == ("D",)


def test_every_opening_slot_is_looked_at_and_needs_outside_too(make):
    day = make.MONDAY
    needs = make.requirement((day, "08:00-08:30", "a", 1), (day, "18:00-18:30", "a", 2), (day, "09:00-09:30", "b", 0))
    instance = make.centre([make.person("p")], [make.DAY], {"c": "a"})
    slots = required(pose(instance, "S", [day], needs))
    assert len(slots) == 17
    assert {str(slot): asked for (_, slot), asked in slots.items() if asked} == {
        "08:00-08:30": {"a": 1},
        "18:00-18:30": {"a": 2},
    }


def test_a_multi_skilled_person_serves_one_skill_at_a_time(make):
    day = make.MONDAY
    needs = make.requirement((day, "08:00-08:30", "a", 1), (day, "08:00-08:30", "b", 1))
    problem = pose(make.centre([make.person("p", "a b")], [make.MORNING], {"c": "a b"}), "S", [day], needs)
    slots = cover(make.roster([day], (day, "p", "M", "c")), problem)
    assert (slots[0].short, slots[0].surplus, slots[0].present) == (1, 0, 1)
    assert (slots[1].short, slots[1].surplus) == (0, 1)
