"""The options that every command has, added in one place; the command itself sees them as one ``Call``."""

import inspect
from collections.abc import Callable
from typing import Any

from reports.console.answer import Answer
from reports.console.call import Call, all_cores
from reports.console.options import Format, Language, Quiet, Seed, Workers
from reports.console.runner import run_body
from reports.console.spoken import spoken_language

COMMON: dict[str, tuple[Any, Any]] = {
    "lang": (Language, None),
    "format": (Format, "text"),
    "seed": (Seed, None),
    "workers": (Workers, None),
    "quiet": (Quiet, False),
}


def with_call(name: str) -> Callable[[Callable[..., Answer]], Callable[..., int]]:
    """Give a body ``body(call, ...) -> Answer`` the common options; the wrapper prints and returns the exit code."""

    def decorate(body: Callable[..., Answer]) -> Callable[..., int]:
        own = [one for one in inspect.signature(body).parameters.values() if one.name != "call"]

        def command(**given: Any) -> int:
            common = {key: given.pop(key) for key in COMMON}
            return run_body(_call(name, common), lambda call: body(call, **given))

        shared = [
            inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for key, (kind, default) in COMMON.items()
        ]
        own = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own]
        command.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in (*own, *shared)}
        command.__name__ = name
        return command

    return decorate


def _call(name: str, common: dict[str, Any]) -> Call:
    return Call(
        name,
        common["lang"] or spoken_language(),
        common["format"] == "json",
        common["seed"],
        common["workers"] or all_cores(),
        common["quiet"],
    )
