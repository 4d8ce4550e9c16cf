"""A day's picture: the queue by service above, the staff at the counters below, from opening to the last citizen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.charts.style import BLUE, GREEN, GREY, ORANGE, PURPLE, SKY, VERMILION, grid, write_clock, write_numbers
from reports.phrase import Amount, Fact, Phrase, said
from reports.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (BLUE, ORANGE, GREEN, VERMILION, PURPLE)


@dataclass(frozen=True, slots=True)
class DayChart:
    """Step functions on one grid of minutes after midnight: a value holds until the next minute of the grid.

    ``queue`` is named by service, at most five and the rest as one more. ``present`` are people at counters, ``busy``
    those of them who serve.
    """

    title: Fact
    minute: tuple[float, ...]
    queue: tuple[tuple[Fact, tuple[int, ...]], ...]
    present: tuple[int, ...]
    busy: tuple[int, ...]

    key = "day"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in inches."""
        return 8.0, 5.2

    @property
    def caption(self) -> Phrase:
        """Return what the chart shows."""
        return Phrase("trace.picture.caption", {"title": self.title})

    @property
    def description(self) -> Phrase:
        """Return what there is to see."""
        waiting = [sum(values) for values in zip(*(values for _, values in self.queue), strict=True)]
        facts = {"queue": Amount(max(waiting, default=0)), "present": Amount(max(self.present, default=0))}
        return Phrase("trace.picture.see", facts)

    def draw(self, figure: "Figure", lang: str) -> None:
        """Draw the queue, stacked by service, over the staff."""
        from matplotlib.ticker import MaxNLocator

        above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
        self._queue(above, lang)
        self._staff(below, lang)
        first, last = (self.minute[0], self.minute[-1]) if self.minute else (480.0, 1020.0)
        write_clock(below, first, max(last, first + 60), 60)
        for axes, title in ((above, "queue"), (below, "staff")):
            axes.set_ylabel(say(lang, f"trace.picture.{title}"))
            axes.set_ylim(bottom=0)
            axes.yaxis.set_major_locator(MaxNLocator(integer=True))
            write_numbers(axes.yaxis, lang)
            grid(axes)
        above.set_title(said(self.title, lang))
        handles, names = above.get_legend_handles_labels()
        more, others = below.get_legend_handles_labels()
        figure.legend(handles + more, names + others, loc="outside lower center", ncols=3, fontsize=8)

    def _queue(self, axes: "Axes", lang: str) -> None:
        if not self.queue:
            return
        colours = (*COLOURS[: len(self.queue)], GREY)[: len(self.queue)]
        labels, values = [said(name, lang) for name, _ in self.queue], [values for _, values in self.queue]
        axes.stackplot(self.minute, *values, step="post", labels=labels, colors=colours, linewidth=0)

    def _staff(self, axes: "Axes", lang: str) -> None:
        busy, present = (say(lang, f"trace.picture.{key}") for key in ("busy", "present"))
        axes.fill_between(self.minute, self.busy, step="post", color=SKY, linewidth=0, label=busy)
        axes.step(self.minute, self.present, where="post", color=BLUE, linewidth=1.6, label=present)
