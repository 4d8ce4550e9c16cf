"""What a command answers: for people as lines, for programs as plain values, for the shell as an exit code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

from model.problems import Problem


class Exit(IntEnum):
    """The exit codes, the same for every command."""

    DONE = 0
    OUR_FAULT = 1
    USAGE = 2
    INPUT = 3
    NO_ROSTER = 4
    TARGET_MISSED = 5
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a command.

    ``lines`` are said on the standard output, ``next`` are commands worth typing now, ``result`` goes into the JSON.
    ``top`` stands in the JSON object itself, for programs that look for just that.
    ``bare`` lines are the answer itself (a schema), to be printed without anything around them.
    """

    exit: Exit = Exit.DONE
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    next: tuple[str, ...] = ()
    result: Mapping[str, Any] = field(default_factory=dict)
    top: Mapping[str, Any] = field(default_factory=dict)
    bare: bool = False
