"""Usage errors in our words: what is wrong with the command line and what would be right."""

from collections.abc import Sequence
from typing import Any

from typer import BadParameter
from typer._click.exceptions import MissingParameter, NoSuchOption, UsageError

from reports.console.choices import WrongValueError
from reports.wording import say


class UnknownCommandError(UsageError):
    """A command that does not exist, with those that look like it."""

    def __init__(self, name: str, similar: Sequence[str], ctx: Any) -> None:
        super().__init__(name, ctx)
        self.name, self.similar = name, tuple(similar)


class UnknownCodeError(UsageError):
    """A code that the catalogue does not explain, with those that look like it."""

    def __init__(self, code: str, similar: Sequence[str]) -> None:
        super().__init__(code)
        self.code, self.similar = code, tuple(similar)


class TooManyArgumentsError(UsageError):
    """Words on the command line that belong to nothing."""

    def __init__(self, words: Sequence[str], ctx: Any) -> None:
        super().__init__(" ".join(words), ctx)


def usage_text(error: UsageError, lang: str) -> str:
    """Return what is wrong in a sentence."""
    match error:
        case UnknownCommandError():
            text = say(lang, "cli.usage.command", value=error.name) + _similar(error.similar, lang)
        case UnknownCodeError():
            text = say(lang, "cli.usage.code", value=error.code) + _similar(error.similar, lang)
        case TooManyArgumentsError():
            text = say(lang, "cli.usage.extra", value=error.message)
        case WrongValueError():
            text = say(lang, "cli.usage.wrong", name=error.option, value=error.value) + f" {error.hint}".rstrip()
            text += _similar(error.similar, lang)
        case NoSuchOption():
            text = say(lang, "cli.usage.option", value=error.option_name)
            text += _similar(sorted(error.possibilities or ()), lang)
        case MissingParameter():
            text = say(lang, "cli.usage.missing", name=_name(error))
        case BadParameter():
            text = say(lang, "cli.usage.value", name=_name(error), allowed=_allowed(error, lang)).rstrip()
        case _:
            text = say(lang, "cli.usage.other", value=getattr(error, "option_name", "") or error.message)
    return text


def _similar(names: Sequence[str], lang: str) -> str:
    return " " + say(lang, "cli.usage.similar", names=", ".join(names)) if names else ""


def _name(error: BadParameter) -> str:
    param: Any = error.param
    if param is None:
        return str(error.param_hint or "")
    return str(param.opts[-1] if param.param_type_name == "option" else param.display_name_raw)


def _allowed(error: BadParameter, lang: str) -> str:
    """Return what the parameter takes: its choices, or the kind of value."""
    param: Any = error.param
    if param is None:
        return error.message
    kind = param.type_descriptor
    if kind.is_choice:
        return say(lang, "cli.usage.choices", names=", ".join(str(one) for one in kind.choices))
    name = getattr(kind.annotation, "__name__", "")
    return say(lang, f"cli.usage.{name}", range=_range(param)) if name in ("int", "float") else ""


def _range(param: Any) -> str:
    """Return the bounds of a number, in signs that need no translation."""
    info = param.type_descriptor.parameter_info
    bounds = (("≥", info.min), ("≤", info.max))
    text = ", ".join(f"{sign} {bound:g}" for sign, bound in bounds if bound is not None)
    return f" {text}" if text else ""
