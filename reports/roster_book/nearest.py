"""The known text that a mistyped one most likely means."""

from collections.abc import Mapping


def nearest(text: str, known: Mapping[str, str]) -> str | None:
    """Return what the most similar key stands for; None when nothing is similar."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    best = process.extractOne(text, known.keys(), scorer=OSA.normalized_similarity, score_cutoff=0.4)
    return known[best[0]] if best else None
