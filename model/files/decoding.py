"""The bytes of a text file as text: UTF-8 with or without BOM, UTF-16, or Vietnamese Windows (cp1258)."""

import unicodedata

BOM_UTF8, BOM_LE, BOM_BE = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
OLD_PAGE = "cp1258"
_VIETNAMESE = frozenset(
    "".join(
        unicodedata.normalize("NFC", base + mark)
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    )
    + "đĐ"
)


# Stands for a byte whose letter nobody can know.
LOST = "\ufffd"


class UndecodableError(ValueError):
    """The bytes are in none of the encodings we read."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text (NFC) and the name of the encoding.

    Raises:
        UndecodableError: when no encoding gives a sound text.
    """
    name = _name(data)
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        name, text = OLD_PAGE, _old_page(data)
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff")), name


def decode_plain(data: bytes) -> str:
    """Return what can be read of bytes in an unknown encoding: the plain letters, and ``LOST`` for all others."""
    return data.decode("ascii", errors="replace")


def _name(data: bytes) -> str:
    if data.startswith((BOM_LE, BOM_BE)):
        return "utf-16"
    sample = data[:400]
    if len(sample) > 3 and sample.count(0) > len(sample) // 4:
        return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
    return "utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8"


def _old_page(data: bytes) -> str:
    """Decode cp1258 and doubt it: other old code pages and fonts give bytes that decode to non-Vietnamese letters."""
    try:
        text = unicodedata.normalize("NFC", data.decode(OLD_PAGE))
    except UnicodeDecodeError as error:
        raise UndecodableError from error
    strange = (one for one in text if not one.isascii() and (one.isalpha() or unicodedata.combining(one)))
    if "\x00" in text or any(one not in _VIETNAMESE for one in strange):
        raise UndecodableError
    return text
