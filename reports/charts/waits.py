"""The wait by slot of every day of the week, with the usual shifts and with the roster."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.charts.style import BLUE, GREY, VERMILION, grid, write_clock, write_numbers
from reports.phrase import Amount, Phrase
from reports.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class DayWaits:
    """One day: slot edges in minutes after midnight (one more than values), mean wait before and after."""

    heading: Phrase
    edges: tuple[float, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class WaitChart:
    """A panel a day; ``limit`` is the promised wait in minutes. Slots without an arrival are gaps."""

    days: tuple[DayWaits, ...]
    limit: float

    key = "waits"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in inches."""
        return 6.5, 2.9

    @property
    def caption(self) -> Phrase:
        """Return what the chart shows."""
        return Phrase("report.chart.waits")

    @property
    def description(self) -> Phrase:
        """Return what there is to see."""
        tops = [
            max((one for day in self.days for one in getattr(day, when) if one == one), default=0.0)
            for when in ("before", "after")
        ]
        return Phrase("report.chart.waits_see", {"before": Amount(tops[0]), "after": Amount(tops[1])})

    def draw(self, figure: "Figure", lang: str) -> None:
        """Draw one panel for each day."""
        panels = figure.subplots(1, len(self.days), sharey=True, squeeze=False)[0]
        for axes, day in zip(panels, self.days, strict=True):
            self._panel(axes, day, lang)
        panels[0].set_ylabel(say(lang, "report.chart.wait_axis"))
        panels[0].set_ylim(bottom=0)
        write_numbers(panels[0].yaxis, lang)
        handles, labels = panels[0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=3)

    def _panel(self, axes: "Axes", day: DayWaits, lang: str) -> None:
        # Edges, not points: a step through points would lose half of the first slot.
        axes.stairs(
            day.before,
            day.edges,
            baseline=None,
            color=VERMILION,
            linewidth=1.6,
            linestyle=(0, (3, 1)),
            label=say(lang, "report.column.before"),
        )
        axes.stairs(
            day.after, day.edges, baseline=None, color=BLUE, linewidth=1.9, label=say(lang, "report.column.after")
        )
        axes.axhline(self.limit, color=GREY, linewidth=0.9, linestyle=":", label=say(lang, "report.chart.promise"))
        axes.set_title(day.heading.text(lang), fontsize=9)
        write_clock(axes, day.edges[0], day.edges[-1], 240)
        axes.tick_params(labelsize=8)
        grid(axes)
