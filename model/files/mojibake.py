"""Letters that went wrong before the file reached us: UTF-8 read as a Windows code page, or letters saved as ``?``."""

import re
from functools import lru_cache

_LOST = re.compile(r"[^\W\d_]\?+[^\W\d_]|[^\W\d_]\?+ [^\W\d_]*\?")
_PAGES = ("cp1252", "cp1258")


def repaired(text: str) -> str | None:
    """Return what the text was before UTF-8 bytes were read as a Windows code page; None when it is sound.

    Sound Vietnamese never passes: its letters are not in the code page, or their bytes are no UTF-8.
    """
    return None if text.isascii() else _repaired(text)


@lru_cache(maxsize=65536)
def _repaired(text: str) -> str | None:
    for page in _PAGES:
        try:
            return b"".join(_byte(letter, page) for letter in text).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _byte(letter: str, page: str) -> bytes:
    """Encode one letter; the bytes a code page leaves undefined are passed through as Windows does."""
    return letter.encode("latin-1") if "\x80" <= letter <= "\x9f" else letter.encode(page)


def lost_letters(text: str) -> bool:
    """Whether letters were replaced: ``�``, or ``?`` inside a word outside web addresses."""
    if "�" in text:
        return True
    return "?" in text and "://" not in text and "=" not in text and _LOST.search(text) is not None
