"""The language of this run; help is asked for before any option is parsed, so it is kept here."""

from contextvars import ContextVar

_SPOKEN: ContextVar[str] = ContextVar("spoken", default="vi")


def speak(lang: str) -> None:
    """Set the language of this run."""
    _SPOKEN.set(lang)


def spoken_language() -> str:
    """Return the language of this run."""
    return _SPOKEN.get()
