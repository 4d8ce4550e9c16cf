"""Run one command to its end: whatever happens becomes an answer and an exit code."""

import os
from collections.abc import Callable

from typer._click.exceptions import ClickException

from model.problems import InputError
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.screen import show, tell

DEBUG = "MOTCUA_DEBUG"


def run_body(call: Call, body: Callable[[Call], Answer]) -> int:
    """Run the body, print its answer and return the exit code."""
    try:
        answer = body(call)
    except InputError as error:
        answer = Answer(Exit.INPUT, problems=error.problems)
    except KeyboardInterrupt:
        tell(call.say("interrupted"))
        answer = Answer(Exit.INTERRUPTED)
    except ClickException:
        raise
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        answer = refuse(call, error)
    show(call, answer)
    return int(answer.exit)


def refuse(call: Call, error: Exception) -> Answer:
    """Turn an exception into an answer: a file that cannot be read or written, or a fault of ours."""
    if isinstance(error, OSError) and error.filename is not None:
        tell(call.say("fault.file", file=error.filename, reason=error.strerror or ""))
    else:
        tell(call.say("fault.ours", error=f"{type(error).__name__}: {error}", variable=DEBUG))
    return Answer(Exit.OUR_FAULT, result={"error": type(error).__name__})
