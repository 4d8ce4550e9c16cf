"""What is printed where: the answer on the standard output, everything else on the standard error."""

import errno
import os
import sys

from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.envelope import envelope
from reports.console.problem_text import lines, tally

REASONS = {
    errno.ENOENT: "missing",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "no_folder",
    errno.EISDIR: "folder",
    errno.ENOSPC: "full",
}


def utf8_streams() -> None:
    """Let both streams speak UTF-8: a console in cp1252 would stop at the first Vietnamese letter."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell(text: str = "") -> None:
    """Print a line on the standard error."""
    print(text, file=sys.stderr, flush=True)


def show(call: Call, answer: Answer) -> int:
    """Print an answer the way it was asked for and return the exit code.

    A reader who has seen enough (``| head``) is no fault; an output that cannot be written to is.
    """
    text = envelope(call, answer) if call.as_json else "\n".join(_text(call, answer))
    try:
        print(text, flush=True)
    except BrokenPipeError:
        _drop_output()
    except OSError as error:
        _drop_output()
        tell(call.say("fault.output", reason=reason_of(call, error)))
        return int(Exit.OUR_FAULT)
    return int(answer.exit)


def reason_of(call: Call, error: OSError) -> str:
    """Return why the system refuses, in the language of the call where we know the reason."""
    known = REASONS.get(error.errno or 0)
    return call.say(f"fault.reason.{known}") if known else error.strerror or ""


def _drop_output() -> None:
    """Send what is left to nowhere, so that the end of the program does not stumble over it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _text(call: Call, answer: Answer) -> list[str]:
    if answer.bare:
        return list(answer.lines)
    text = list(lines(answer.problems, call.lang))
    if answer.problems:
        text += [] if answer.exit is Exit.NO_ROSTER else [tally(answer.problems, call.lang)]
        text.append(_explain(call, answer))
    text += answer.lines
    if answer.files:
        text.append(call.say("written", files=" · ".join(str(path) for path in answer.files)))
    if answer.next:
        text.append(call.say("next", commands=" · ".join(answer.next)))
    if answer.exit not in (Exit.DONE, Exit.OUR_FAULT):
        text.append(call.say("exit", code=int(answer.exit)))
    return text


def _explain(call: Call, answer: Answer) -> str:
    return call.say("problem.explain", code=answer.problems[0].code)
