import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulate.needs.bracket import Bracket


def close_in(bracket: Bracket, answer: int, first: int | None = None) -> tuple[Bracket, list[int]]:
    tries: list[int] = []
    if first is not None:
        bracket = bracket.learn(first, first >= answer)
    while not bracket.decided:
        tries.append(bracket.next)
        bracket = bracket.learn(bracket.next, bracket.next >= answer)
    return bracket, tries


@given(st.integers(1, 60), st.integers(1, 60), st.none() | st.integers(0, 60))
def test_it_finds_the_answer_within_few_tries_and_never_tries_twice(answer: int, guess: int, first: int | None) -> None:
    found, tries = close_in(Bracket(guess, most=80), answer, first)
    assert found.kept == answer
    assert len(tries) == len(set(tries)) <= 20
    assert first not in tries


@given(st.integers(1, 60), st.integers(0, 60))
def test_beyond_the_most_it_gives_up(guess: int, first: int) -> None:
    found, tries = close_in(Bracket(guess, most=60), 61, first)
    assert found.decided
    assert found.kept is None
    assert max([first, *tries]) == 60


def test_one_person_who_is_enough_needs_no_further_try() -> None:
    assert Bracket(3, 20).learn(1, True).decided


@pytest.mark.parametrize(("first", "answer"), [(5, 5), (6, 5), (4, 5), (9, 5)])
def test_a_good_guess_takes_few_tries(first: int, answer: int) -> None:
    assert len(close_in(Bracket(5, 30), answer, first)[1]) <= 3
