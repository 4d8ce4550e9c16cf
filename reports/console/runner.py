"""Run one command to its end: whatever happens becomes an answer and an exit code."""

import os
from collections.abc import Callable

from typer._click.exceptions import ClickException

from model.problems import InputError
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.screen import reason_of, show, tell

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
    return show(call, answer)


def refuse(call: Call, error: Exception) -> Answer:
    """Turn an exception into an answer: a file that cannot be read or written, or a fault of ours."""
    if isinstance(error, OSError) and error.filename is not None:
        message = call.say("fault.file", file=error.filename, reason=reason_of(call, error))
    else:
        message = call.say("fault.ours", error=f"{type(error).__name__}: {error}", variable=DEBUG)
    tell(message)
    return Answer(Exit.OUR_FAULT, result={"error": type(error).__name__, "message": message})
