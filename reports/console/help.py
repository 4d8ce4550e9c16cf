"""Help texts in the language of the call, looked up when they are shown; no word of them stands in the commands."""

from difflib import get_close_matches
from typing import Any

from typer._click.exceptions import NoArgsIsHelpError
from typer.core import TyperCommand, TyperGroup

from reports.console.screen_width import fold
from reports.console.spoken import spoken_language
from reports.console.usage import TooManyArgumentsError, UnknownCommandError
from reports.wording import say


def _path(ctx: Any) -> str:
    """Return the words of a command below the program's name, joined by a dot: ``roster.solve``."""
    return ".".join(ctx.command_path.split()[1:])


def _usage(ctx: Any, lang: str) -> str:
    pieces = [str(one.metavar) for one in ctx.command.params if one.param_type_name == "argument"]
    if isinstance(ctx.command, TyperGroup):
        pieces.append(say(lang, "cli.help.command"))
    options = say(lang, "cli.help.options_mark")
    return say(lang, "cli.help.usage", command=" ".join((ctx.command_path, *pieces, options)))


def _rows(title: str, rows: list[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    width = max(len(left) for left, _ in rows)
    return ["", title, *(fold(f"  {left.ljust(width)}  ", right) for left, right in rows)]


def _parameters(ctx: Any, lang: str, kind: str) -> list[tuple[str, str]]:
    rows = []
    for one in ctx.command.get_params(ctx):
        if one.param_type_name != kind or getattr(one, "hidden", False):
            continue
        left = ", ".join(one.opts) if kind == "option" else str(one.metavar)
        if kind == "option" and not one.is_flag:
            left += f" {one.metavar or one.name.upper()}"
        rows.append((left, say(lang, f"cli.param.{one.name}")))
    return rows


def _body(ctx: Any, lang: str) -> list[str]:
    path = _path(ctx)
    text = [
        _usage(ctx, lang),
        "",
        fold("  ", say(lang, f"cli.command.{path.replace('.', '_')}" if path else "cli.about")),
    ]
    text += _rows(say(lang, "cli.help.arguments"), _parameters(ctx, lang, "argument"))
    return text + _rows(say(lang, "cli.help.options"), _parameters(ctx, lang, "option"))


class WordedCommand(TyperCommand):
    """A command whose help and errors come from the wording catalogue."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, what the command does, its arguments and options."""
        formatter.write("\n".join(_body(ctx, spoken_language())) + "\n")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, and tell words that belong to nothing by an error of our own."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise TooManyArgumentsError(rest, ctx)
        return rest


class WordedGroup(TyperGroup):
    """A group of commands whose help and errors come from the wording catalogue."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, what it is, the options and one line a command."""
        lang = spoken_language()
        text = _body(ctx, lang)
        path = _path(ctx)
        names = [f"{path}_{name}" if path else name for name in self.commands]
        rows = [
            (name, say(lang, f"cli.command.{key}").split(". ")[0].rstrip("."))
            for name, key in zip(self.commands, names, strict=True)
        ]
        text += _rows(say(lang, "cli.help.commands"), rows)
        if not path:
            text += ["", fold("  ", say(lang, "cli.help.exits"))]
        formatter.write("\n".join(text) + "\n")

    def invoke(self, ctx: Any) -> Any:
        """Run the command named; options alone get the help."""
        if not ctx._protected_args:
            raise NoArgsIsHelpError(ctx)
        return super().invoke(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, of two words where there is one, or tell which ones look like the word."""
        if len(args) > 1 and f"{args[0]} {args[1]}" in self.commands:
            args = [f"{args[0]} {args[1]}", *args[2:]]
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise UnknownCommandError(args[0], get_close_matches(args[0], list(self.commands)), ctx)
        return super().resolve_command(ctx, args)
