"""``motcua init``, ``template`` and ``schema``: what a planner starts from."""

import json
from pathlib import Path

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.choices import chosen
from reports.console.typed import typed


def init(call: Call, folder: Path, example: str) -> Answer:
    """Copy a shipped example into a new folder."""
    from model.files.examples import copy_example, example_names

    files = copy_example(chosen("--example", example, example_names()), folder)
    return Answer(
        lines=(call.say("init.done", example=example, count=len(files), folder=folder),),
        next=(typed("check", folder), typed("simulate", folder)),
        result={"example": example, "folder": folder, "files": files},
    )


def template(call: Call, folder: Path, xlsx: bool) -> Answer:
    """Write empty tables with the right columns."""
    from model.files.template import write_template

    files = write_template(folder, xlsx)
    return Answer(
        lines=(call.say("template.done", count=len(files), folder=folder),),
        files=files,
        next=(typed("check", files[0] if xlsx else folder),),
        result={"folder": folder},
    )


def schema(call: Call) -> Answer:
    """Return the JSON Schema of a workspace."""
    from model.files.schema import json_schema

    found = json_schema()
    return Answer(lines=(json.dumps(found, ensure_ascii=False, indent=2),), result=found, bare=True)
