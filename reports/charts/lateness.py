"""Citizens by hour as a heat map: where a promise has room and where it has none."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.clock import clock_text
from model.figures import Name
from reports.phrase import Amount, Fact, Phrase
from reports.wording import say
from reports.wording.numbers import number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LEVELS = 10
# A cell this near to its limit is dark: white letters can be read on it.
DARK = 0.55


@dataclass(frozen=True, slots=True)
class LatenessMap:
    """How much of what is allowed is used, groups by hours: 1 is the limit; NaN where nothing is promised."""

    groups: tuple[Name, ...]
    hours: tuple[int, ...]
    used: tuple[tuple[float, ...], ...]

    key = "lateness"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in inches."""
        return 6.5, 1.1 + 0.3 * len(self.groups)

    @property
    def caption(self) -> Phrase:
        """Return what the chart shows."""
        return Phrase("certificate.chart.caption")

    @property
    def description(self) -> Phrase:
        """Return what there is to see: the tightest cell."""
        cells = [
            (value, row, column)
            for row, values in enumerate(self.used)
            for column, value in enumerate(values)
            if not math.isnan(value)
        ]
        value, row, column = max(cells, default=(0.0, 0, 0))
        facts: dict[str, Fact] = {
            "group": self.groups[row],
            "hour": clock_text(self.hours[column]),
            "used": Amount(value, 0, True),
        }
        return Phrase("certificate.chart.see", facts)

    def draw(self, figure: "Figure", lang: str) -> None:
        """Draw the map; a cell beyond its limit is framed, so that colour alone does not tell."""
        from matplotlib import colormaps
        from matplotlib.patches import Rectangle

        axes = figure.subplots()
        image = axes.pcolormesh(self.used, cmap=colormaps["cividis_r"].resampled(LEVELS), vmin=0, vmax=1)
        axes.invert_yaxis()
        for row, values in enumerate(self.used):
            for column, value in enumerate(values):
                if not math.isnan(value):
                    ink = "white" if value > DARK else "black"
                    text = number(100 * value, lang)
                    axes.text(column + 0.5, row + 0.5, text, ha="center", va="center", color=ink, fontsize=8)
                if value > 1:
                    axes.add_patch(Rectangle((column, row), 1, 1, fill=False, edgecolor="#c1272d", linewidth=2))
        axes.set_yticks([row + 0.5 for row in range(len(self.groups))], [one.text(lang) for one in self.groups])
        axes.set_xticks([at + 0.5 for at in range(len(self.hours))], [clock_text(hour) for hour in self.hours])
        axes.tick_params(labelsize=8)
        axes.spines[:].set_visible(False)
        bar = figure.colorbar(image, ax=axes, shrink=0.9, pad=0.02)
        bar.set_label(say(lang, "certificate.chart.axis"), fontsize=8)
        bar.outline.set_visible(False)
