"""From the words of the command line to the exit code."""

import os
from collections.abc import Sequence

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError, UsageError

from model.problems import Place, Problem
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.house import strangers
from reports.console.language import option_value, peek
from reports.console.runner import DEBUG, refuse
from reports.console.screen import show, tell, utf8_streams
from reports.console.spoken import speak
from reports.console.usage import usage_text


def enter(app: typer.Typer, argv: Sequence[str]) -> int:
    """Run the command line and return its exit code; nothing but the exit code leaves here."""
    utf8_streams()
    lang = peek(argv)
    speak(lang)
    call = Call("motcua", lang, option_value(argv, "--format") == "json")
    if strange := strangers():
        tell(call.say("house", names=", ".join(strange)))
        return int(Exit.OUR_FAULT)
    try:
        code = typer.main.get_command(app).main(list(argv), prog_name="motcua", standalone_mode=False)
    except NoArgsIsHelpError as error:
        tell(error.format_message())
        return int(Exit.USAGE)
    except ClickException as error:
        return _wrong_use(call, error)
    except (typer.Abort, KeyboardInterrupt):
        return int(Exit.INTERRUPTED)
    except Exception as error:
        return _fault(call, error)
    return int(code or 0)


def _fault(call: Call, error: Exception) -> int:
    """Say a fault of ours in a sentence; with MOTCUA_DEBUG it is shown in full."""
    if os.environ.get(DEBUG):
        raise error
    return show(call, refuse(call, error))


def _wrong_use(call: Call, error: ClickException) -> int:
    ctx = getattr(error, "ctx", None)
    text = usage_text(error, call.lang) if isinstance(error, UsageError) else error.format_message()
    path = ctx.command_path if ctx else "motcua"
    if call.as_json:
        problem = Problem("usage", Place(path), text)
        show(Call(" ".join(path.split()[1:]) or "motcua", call.lang, True), Answer(Exit.USAGE, problems=(problem,)))
    else:
        tell(text)
        tell(call.say("usage.help", command=f"{path} --help"))
    return int(Exit.USAGE)
