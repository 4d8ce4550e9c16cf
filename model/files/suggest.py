"""The nearest known word to a mistyped one, blind to case, accents and lost leading zeros."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

LIKE_ENOUGH = 66.0


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Write a text without case and accents: ``Hộ tịch`` becomes ``ho tich``."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D").casefold()


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return the known word most like the text, or None when none is like enough."""
    words = sorted(set(known))
    if text.isdigit():
        same = [word for word in words if word.lstrip("0") == text.lstrip("0")]
        return max(same, key=lambda word: fuzz.ratio(text, word), default=None)
    mine = folded(text)
    found = process.extract(
        mine, [folded(word) for word in words], scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=5
    )
    if not found:
        return None
    # Among equals two letters that changed places are the likelier slip, then the one with the same accents.
    likes = {words[at]: (like, sorted(mine) == sorted(word), fuzz.ratio(text, words[at])) for word, like, at in found}
    return max(likes, key=lambda word: likes[word])
