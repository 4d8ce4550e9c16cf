from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.clock import Interval
from model.instance import Instance
from simulate.needs.crew import crew

SLOTS = [Interval(start, start + 30) for start in (480, 510, 540, 570, 780, 810)]


def test_people_leave_and_come_as_the_staffing_says(bureau: Instance) -> None:
    duties = crew(bureau, "N", "desk", SLOTS, (1, 2, 0, 1, 1, 0), 1.5)
    assert [duty.work for duty in duties] == [
        (Interval(480, 540),),
        (Interval(570, 600),),
        (Interval(780, 810),),
        (Interval(510, 540),),
    ]
    assert len({duty.person for duty in duties}) == 4
    assert all(set(duty.services) == {"paper", "seal"} for duty in duties)
    assert {speed for duty in duties for speed, _ in duty.services.values()} == {1.5}


@given(st.lists(st.integers(0, 6), min_size=6, max_size=6))
def test_exactly_so_many_are_on_duty_in_every_slot(staffing: list[int]) -> None:
    from simulate.needs.crew import _stretches

    for rank in range(1, 7):
        needed = [number >= rank for number in staffing]
        stretches = list(_stretches(SLOTS, needed))
        assert [any(one.holds(slot.start) for one in stretches) for slot in SLOTS] == needed
        assert all(before.end < after.start for before, after in pairwise(stretches))
