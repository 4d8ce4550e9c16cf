"""The scenarios a scenario stands on, down to the workspace itself."""

from model.files.codes import Code
from model.files.suggest import nearest
from model.instance import Instance
from model.merger import Scenario
from model.problems import InputError, Place, Problem

BASE = "base"


def chain(instance: Instance, scenario_id: str) -> tuple[Scenario, ...]:
    """Return the scenarios to apply in order, the one standing on the workspace first; nothing for ``base``.

    Raises:
        InputError: when a scenario is unknown or the bases go in a circle.
    """
    found: list[Scenario] = []
    wanted, asker = scenario_id, ""
    while wanted != BASE:
        if wanted not in instance.scenarios:
            raise InputError([_unknown(instance, wanted, asker)])
        if any(one.id == wanted for one in found):
            circle = " > ".join((*(one.id for one in found), wanted))
            raise InputError([Problem(Code.SCENARIO_CIRCLE, _place(asker), wanted, {"circle": circle})])
        found.append(instance.scenarios[wanted])
        wanted, asker = found[-1].base, wanted
    return tuple(reversed(found))


def _unknown(instance: Instance, wanted: str, asker: str) -> Problem:
    """Say which scenario is not there and which one may have been meant."""
    known = (BASE, *instance.scenarios)
    return Problem(
        Code.SCENARIO_BASE_UNKNOWN,
        _place(asker),
        wanted,
        {"known": ", ".join(known)},
        suggestion=nearest(wanted, known),
    )


def _place(asker: str) -> Place:
    """Point at the file of the scenario that names the other, or at the folder when a person asked for it."""
    return Place(f"scenarios/{asker}.yaml", column="base") if asker else Place("scenarios")
