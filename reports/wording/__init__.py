"""The words people read, in Vietnamese and English; no sentence stands in Python.

Each language is a folder of TOML files with equal names and equal keys. A key is the path ``file.table.key``.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("vi", "en")


def _flatten(prefix: str, table: Mapping[str, Any]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        path = f"{prefix}.{key}"
        flat.update(_flatten(path, value) if isinstance(value, dict) else {path: str(value)})
    return flat


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    """Return every sentence of a language by its key."""
    words: dict[str, str] = {}
    for entry in sorted(files(__package__).joinpath(lang).iterdir(), key=lambda one: one.name):
        if entry.name.endswith(".toml"):
            table = tomllib.loads(entry.read_text(encoding="utf-8"))
            words.update(_flatten(entry.name.removesuffix(".toml"), table))
    return words


def say(lang: str, key: str, **facts: object) -> str:
    """Return the sentence of a key with its facts filled in.

    Raises:
        KeyError: when the catalogue has no such key or the sentence asks for a fact that is not given.
    """
    sentence = catalogue(lang)[key]
    return sentence.format(**facts) if facts else sentence


def known(lang: str, key: str) -> bool:
    """Whether the catalogue has the key."""
    return key in catalogue(lang)
