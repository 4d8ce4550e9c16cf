"""Make the engine ready before a bar begins to move: the first compile takes some seconds and is said."""

import os

from reports.console.call import Call
from reports.console.choices import chosen
from reports.console.screen import tell


def ready_engine(call: Call) -> None:
    """Compile what the engine needs and has not, telling so.

    Raises:
        WrongValueError: when the environment asks for an engine that does not exist.
    """
    from simulate.engines.choose import AUTO, NAMES, VARIABLE, compiled_before, prepare

    chosen(VARIABLE, os.environ.get(VARIABLE, AUTO), NAMES)
    if not compiled_before():
        if not call.quiet:
            tell(call.say("compiling"))
        prepare()
