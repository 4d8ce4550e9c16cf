"""A command as it would be typed: names with blanks or Vietnamese quotes stay one word."""

import shlex


def typed(*words: object) -> str:
    """Return ``motcua`` and the words, quoted where the shell needs it."""
    return shlex.join(["motcua", *(str(word) for word in words)])
