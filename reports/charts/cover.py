"""Forecast, required, rostered and present staff over each day, with a strip that shows over and under."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reports.charts.style import BLUE, GREEN, GREY, ORANGE, SKY, VERMILION, grid, write_clock, write_numbers
from reports.phrase import Amount, Phrase
from reports.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class DayCover:
    """One day in slots: edges in minutes after midnight (one more than values) and four numbers of staff.

    ``forecast`` is the workload that arrives, in staff kept busy; ``present`` is ``rostered`` without those on a break.
    A lunch hour between two sessions is a slot of NaN.
    """

    heading: Phrase
    edges: tuple[float, ...]
    forecast: tuple[float, ...]
    required: tuple[float, ...]
    rostered: tuple[float, ...]
    present: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class CoverChart:
    """A panel a day, a strip under each."""

    days: tuple[DayCover, ...]

    key = "cover"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in inches."""
        return 6.5, 3.6

    @property
    def caption(self) -> Phrase:
        """Return what the chart shows."""
        return Phrase("report.chart.cover")

    @property
    def description(self) -> Phrase:
        """Return what there is to see."""
        gaps = [here - need for day in self.days for here, need in zip(day.present, day.required, strict=True)]
        facts = {"under": Amount(sum(gap < 0 for gap in gaps)), "slots": Amount(sum(gap == gap for gap in gaps))}
        return Phrase("report.chart.cover_see", facts)

    def draw(self, figure: "Figure", lang: str) -> None:
        """Draw steps above and the strip of over and under below, day by day."""
        grid_of = figure.subplots(2, len(self.days), sharex="col", sharey="row", squeeze=False, height_ratios=(4, 1.2))
        for column, day in enumerate(self.days):
            self._steps(grid_of[0][column], day, lang)
            self._strip(grid_of[1][column], day)
            write_clock(grid_of[1][column], day.edges[0], day.edges[-1], 240)
            grid_of[1][column].tick_params(labelsize=8)
        grid_of[0][0].set_ylabel(say(lang, "report.chart.staff_axis"))
        grid_of[1][0].set_ylabel(say(lang, "report.chart.over_axis"), fontsize=8)
        for row in (0, 1):
            write_numbers(grid_of[row][0].yaxis, lang)
        grid_of[0][0].set_ylim(bottom=0)
        handles, labels = grid_of[0][0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=4, fontsize=8.5)

    def _steps(self, axes: "Axes", day: DayCover, lang: str) -> None:
        looks: tuple[tuple[str, dict[str, Any]], ...] = (
            ("forecast", {"color": GREY, "linestyle": ":", "linewidth": 1.4}),
            ("required", {"color": VERMILION, "linestyle": (0, (3, 1)), "linewidth": 1.6}),
            ("rostered", {"color": SKY, "linewidth": 4.5, "alpha": 0.55}),
            ("present", {"color": BLUE, "linewidth": 2.0}),
        )
        for name, look in looks:
            axes.stairs(getattr(day, name), day.edges, baseline=None, label=say(lang, f"report.chart.{name}"), **look)
        axes.set_title(day.heading.text(lang), fontsize=9)
        grid(axes)

    def _strip(self, axes: "Axes", day: DayCover) -> None:
        gaps = [here - need for here, need in zip(day.present, day.required, strict=True)]
        over, under = [max(gap, 0.0) for gap in gaps], [min(gap, 0.0) for gap in gaps]
        axes.stairs(over, day.edges, fill=True, color=GREEN, alpha=0.75)
        axes.stairs(under, day.edges, fill=True, color=ORANGE, hatch="////", edgecolor=VERMILION)
        axes.axhline(0, color="#808080", linewidth=0.8)
