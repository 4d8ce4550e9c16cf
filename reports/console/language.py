"""Which language is spoken, known before anything is parsed: errors of the command line need it too."""

import os
from collections.abc import Mapping, Sequence

from reports.wording import LANGUAGES

VARIABLE = "MOTCUA_LANG"
DEFAULT = "vi"


def peek(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """Return ``--lang`` where it names a language, else the environment's, else Vietnamese."""
    asked = option_value(argv, "--lang")
    for choice in (asked, environ.get(VARIABLE, "")[:2].lower()):
        if choice in LANGUAGES:
            return choice
    return DEFAULT


def option_value(argv: Sequence[str], option: str) -> str | None:
    """Return what stands behind an option, as ``--option value`` or ``--option=value``; the last one counts."""
    found = None
    for place, word in enumerate(argv):
        if word == option and place + 1 < len(argv):
            found = argv[place + 1]
        elif word.startswith(f"{option}="):
            found = word.partition("=")[2]
    return found
