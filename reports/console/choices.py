"""Values of options that only the workspace can judge: a site, a scenario, a week."""

from collections.abc import Sequence
from difflib import get_close_matches

from typer._click.exceptions import UsageError


class WrongValueError(UsageError):
    """An option's value that does not fit the workspace; ``hint`` says what would, in the reader's language."""

    def __init__(self, option: str, value: str, hint: str = "", similar: Sequence[str] = ()) -> None:
        super().__init__(f"{option} {value}")
        self.option, self.value, self.hint, self.similar = option, value, hint, tuple(similar)


def chosen(option: str, value: str, known: Sequence[str]) -> str:
    """Return the value if it is known.

    Raises:
        WrongValueError: with the most similar known values otherwise.
    """
    if value in known:
        return value
    raise WrongValueError(option, value, similar=get_close_matches(value, known) or list(known[:5]))
