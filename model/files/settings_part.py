"""One mapping of the settings or of a scenario."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from model.files.rows.row import Fault


class Part(BaseModel):
    """A mapping of the settings: strict, and free to report what does not fit together."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    def faults(self) -> Iterator[Fault]:
        """Yield what does not fit together; the column of a fault is a key of this part."""
        yield from ()
