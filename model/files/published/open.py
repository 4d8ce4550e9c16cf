"""Which published format a file is in is seen by its content, never by its name."""

from collections.abc import Callable
from pathlib import Path

from model.activity_plan import ActivityInstance
from model.files.codes import Code
from model.files.published.activities import is_activities, read_activities
from model.files.published.curtois import ShiftInstance, is_curtois, read_curtois
from model.files.published.sections import read_text
from model.files.published.tasks import is_tasks, read_tasks
from model.problems import InputError, Place, Problem
from model.task_plan import TaskInstance

Published = ShiftInstance | TaskInstance | ActivityInstance

FORMATS: tuple[tuple[Callable[[str], bool], Callable[[Path], Published]], ...] = (
    (is_activities, read_activities),
    (is_curtois, read_curtois),
    (is_tasks, read_tasks),
)


def open_published(path: Path) -> Published:
    """Read a published instance.

    Raises:
        InputError: when the file is missing, of no known format, or has a line that cannot be read.
    """
    text = read_text(path)
    for looks, read in FORMATS:
        if looks(text):
            return read(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    raise InputError([Problem(Code.INSTANCE_LINE, Place(path.name, 1), first[:60])])
