"""A chart without language: data, a caption, a description for those who do not see it, and a way to draw it."""

from typing import TYPE_CHECKING, Protocol

from reports.phrase import Phrase

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Chart(Protocol):
    """Anything that can be drawn on a matplotlib figure of ``size`` inches."""

    @property
    def key(self) -> str:
        """Return the short English name, used for file names and identifiers."""
        ...

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in inches."""
        ...

    @property
    def caption(self) -> Phrase:
        """Return what the chart shows."""
        ...

    @property
    def description(self) -> Phrase:
        """Return what there is to see, for screen readers."""
        ...

    def draw(self, figure: "Figure", lang: str) -> None:
        """Draw on an empty figure."""
        ...
