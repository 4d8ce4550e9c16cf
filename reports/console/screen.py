"""What is printed where: the answer on the standard output, everything else on the standard error."""

import sys

from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.envelope import envelope
from reports.console.problem_text import lines, tally


def utf8_streams() -> None:
    """Let both streams speak UTF-8: a console in cp1252 would stop at the first Vietnamese letter."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell(text: str = "") -> None:
    """Print a line on the standard error."""
    print(text, file=sys.stderr, flush=True)


def show(call: Call, answer: Answer) -> None:
    """Print an answer the way it was asked for."""
    print(envelope(call, answer) if call.as_json else "\n".join(_text(call, answer)), flush=True)


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
