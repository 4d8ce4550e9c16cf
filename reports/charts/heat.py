"""Weekday by slot as a heat map: where in the week citizens wait."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.clock import clock_text
from reports.phrase import Amount, Phrase
from reports.wording import say
from reports.wording.numbers import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Few colours: steps are easier to read off, and SVG keeps them as shapes instead of an embedded picture.
LEVELS = 12


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Mean waits in minutes, days by slots, before and after, on one scale; NaN where nobody came."""

    days: tuple[Phrase, ...]
    slots: tuple[int, ...]
    before: tuple[tuple[float, ...], ...]
    after: tuple[tuple[float, ...], ...]

    key = "heat"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in inches."""
        return 6.5, 1.5 + 0.56 * len(self.days)

    @property
    def caption(self) -> Phrase:
        """Return what the chart shows."""
        return Phrase("report.chart.heat")

    @property
    def description(self) -> Phrase:
        """Return what there is to see."""
        value, day, slot = self._peak()
        return Phrase("report.chart.heat_see", {"day": day, "slot": clock_text(slot), "minutes": Amount(value)})

    def _peak(self) -> tuple[float, Phrase, int]:
        cells = (
            (value, row, column)
            for row, values in enumerate(self.before)
            for column, value in enumerate(values)
            if not math.isnan(value)
        )
        value, row, column = max(cells, default=(0.0, 0, 0))
        return value, self.days[row], self.slots[column]

    def draw(self, figure: "Figure", lang: str) -> None:
        """Draw both maps one above the other with one colour bar."""
        from matplotlib import colormaps

        panels = figure.subplots(2, 1, sharex=True)
        top = max((one for rows in (*self.before, *self.after) for one in rows if not math.isnan(one)), default=1.0)
        for axes, rows, name in zip(panels, (self.before, self.after), ("before", "after"), strict=True):
            image = axes.pcolormesh(rows, cmap=colormaps["cividis_r"].resampled(LEVELS), vmin=0, vmax=max(top, 1e-9))
            axes.invert_yaxis()
            self._write(axes, rows, top, lang)
            axes.set_title(say(lang, f"report.column.{name}"), fontsize=9)
            axes.set_yticks(
                [row + 0.5 for row in range(len(self.days))], [day.text(lang) for day in self.days], fontsize=8
            )
            axes.spines[:].set_visible(False)
        step = 2 if len(self.slots) > 10 else 1
        ticks = range(0, len(self.slots), step)
        panels[1].set_xticks(
            [tick + 0.5 for tick in ticks], [clock_text(self.slots[tick]) for tick in ticks], fontsize=8
        )
        bar = figure.colorbar(image, ax=list(panels), shrink=0.8, pad=0.02)
        bar.set_label(say(lang, "report.chart.wait_axis"), fontsize=8)
        bar.outline.set_visible(False)

    def _write(self, axes: "Axes", rows: tuple[tuple[float, ...], ...], top: float, lang: str) -> None:
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if not math.isnan(value):
                    ink = "white" if value > 0.55 * top else "black"
                    axes.text(
                        column + 0.5, row + 0.5, number(value, lang), ha="center", va="center", color=ink, fontsize=7.5
                    )
