from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulate import streams
from simulate.engines.compiled import luck
from simulate.streams import Purpose, Stream, philox, row_key, seed_word, uniform

# Known answers of the Random123 distribution (kat_vectors, philox4x32 10).
KNOWN = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]


@pytest.mark.parametrize(("counter", "key", "answer"), KNOWN)
def test_philox_gives_the_known_answers(counter, key, answer):
    words = philox(tuple(np.array([word] * 3, np.uint64) for word in counter), key)
    assert [int(word[2]) for word in words] == list(answer)


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_a_uniform_lies_strictly_between_zero_and_one(high, low):
    value = uniform(np.array([high], np.uint64), np.array([low], np.uint64))[0]
    assert 0 < value < 1


def test_a_uniform_has_53_bits():
    assert uniform(np.array([2**32 - 1], np.uint64), np.array([2**32 - 1], np.uint64))[0] == 1 - 2.0**-53
    assert uniform(np.array([0], np.uint64), np.array([64], np.uint64))[0] == 2.0**-53


def pairs(seed=1, replication=2, day=date(2026, 11, 23), purpose=Purpose.ARRIVAL_AND_WORK, key=77, numbers=(0, 1, 2)):
    keys = np.full(len(numbers), key, np.uint64)
    return np.array(Stream(seed, replication, day).pair(purpose, keys, np.array(numbers)))


def test_a_citizen_keeps_their_luck_whoever_else_is_drawn():
    many, one = pairs(numbers=range(100)), pairs(numbers=(42,))
    assert (many[:, 42] == one[:, 0]).all()


@pytest.mark.parametrize(
    "other",
    [{"seed": 2}, {"replication": 3}, {"day": date(2026, 11, 24)}, {"purpose": Purpose.BOOKING}, {"key": 78}],
)
def test_every_part_of_the_address_gives_other_luck(other):
    assert (pairs() != pairs(**other)).all()


def test_the_high_half_of_a_row_key_counts():
    assert (pairs(key=77) != pairs(key=77 + (1 << 32))).all()


def test_uniforms_are_uniform_and_uncorrelated():
    first, second = pairs(numbers=range(100_000))
    for sample in (first, second):
        assert abs(sample.mean() - 0.5) < 4 / np.sqrt(12 * 1e5)
        assert np.abs(np.histogram(sample, 10, (0, 1))[0] - 1e4).max() < 400
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.013


def test_a_row_key_is_stable_and_says_what_the_row_is():
    # The keys are part of every result: a changed hash would change all citizens.
    assert row_key("00001", "land", "submit") == 5566396332053212319
    assert len({row_key(*name) for name in (("a", "b", "c"), ("a", "c", "b"), ("ab", "", "c"))}) == 3


def test_seeds_of_any_size_are_welcome():
    assert seed_word(20240623) == 20240623
    assert 0 <= seed_word(2**40) < 2**32
    assert len({seed_word(seed) for seed in (-1, 2**32, 2**32 + 1, 2**64)}) == 4


def test_compiled_numbers_are_the_same_to_the_last_bit(monkeypatch):
    """With numba and without, at any length."""
    compiled_pairs = pytest.importorskip("numba") and streams.compiled_pairs()
    assert compiled_pairs is not None
    generator = np.random.default_rng(1)
    keys = generator.integers(0, 2**64, 500, np.uint64)
    numbers = generator.integers(0, 2**32, 500, np.int64)
    stream = Stream(2**31 + 7, 2**32 + 5, date(2026, 11, 23))
    for many in (0, 1, 3, 500):
        quick = stream.pair(Purpose.BOOKING, keys[:many], numbers[:many])
        with monkeypatch.context() as without:
            without.setattr(streams, "compiled_pairs", lambda: None)
            plain = stream.pair(Purpose.BOOKING, keys[:many], numbers[:many])
        for one, two in zip(quick, plain, strict=True):
            assert one.dtype == two.dtype and one.tobytes() == two.tobytes()


def test_the_rules_that_are_compiled_say_the_same_as_plain_python():
    one, two = np.empty(3), np.empty(3)
    keys, numbers = np.array([5, 2**40 + 1, 2**64 - 1], np.uint64), np.array([0, 7, 2**32 - 1], np.uint64)
    stream = Stream(3, 4, date(2026, 11, 23))
    address = np.uint64(stream.day.toordinal() << 8 | Purpose.COUNT)
    # Products of whole words are meant to overflow.
    with np.errstate(over="ignore"):
        luck.pairs(numbers, keys, address, np.uint64(3), np.uint64(4), one, two)
    first, second = stream.pair(Purpose.COUNT, keys, numbers.astype(np.int64))
    assert one.tolist() == first.tolist() and two.tolist() == second.tolist()
