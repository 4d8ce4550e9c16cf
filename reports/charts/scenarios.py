"""Scenarios beside each other: citizens who wait too long, and the mean wait, with intervals and the promise."""

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from model.figures import Name
from reports.charts.style import BLUE, GREY, VERMILION, grid, write_numbers
from reports.phrase import Amount, Fact, Phrase
from reports.tables.kinds import Estimate
from reports.wording import say
from reports.wording.numbers import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class ScenarioDot:
    """One scenario's mean wait in minutes and its share of citizens who wait longer than the promise."""

    name: Name
    wait: Estimate
    late: Estimate


@dataclass(frozen=True, slots=True)
class ScenarioChart:
    """Two rows of dots sharing the scenarios; ``limit`` minutes and ``late`` (a share) are the promise."""

    dots: tuple[ScenarioDot, ...]
    limit: float
    late: float

    key = "scenarios"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in inches."""
        return 6.5, 1.2 + 0.5 * len(self.dots)

    @property
    def caption(self) -> Phrase:
        """Return what the chart shows."""
        return Phrase("report.chart.scenarios", {"minutes": Amount(self.limit)})

    @property
    def description(self) -> Phrase:
        """Return what there is to see."""
        worst = max(self.dots, key=lambda dot: dot.late.value)
        best = min(self.dots, key=lambda dot: dot.late.value)
        facts: dict[str, Fact] = {"worst": worst.name, "worst_late": Amount(worst.late.value, 0, share=True)}
        return Phrase(
            "report.chart.scenarios_see",
            {**facts, "best": best.name, "best_late": Amount(best.late.value, 0, share=True)},
        )

    def draw(self, figure: "Figure", lang: str) -> None:
        """Draw the dots, their intervals and the promise."""
        left, right = figure.subplots(1, 2, sharey=True)
        self._panel(left, [_hundred(dot.late) for dot in self.dots], 100 * self.late, lang, 0)
        self._panel(right, [dot.wait for dot in self.dots], self.limit, lang, 1)
        left.set_xlabel(say(lang, "report.chart.late_axis", minutes=number(self.limit, lang)), fontsize=9)
        right.set_xlabel(say(lang, "report.chart.wait_axis"), fontsize=9)
        names = ["\n".join(wrap(dot.name.text(lang), 26)) for dot in self.dots]
        left.set_yticks(range(len(names)), names, fontsize=8.5)
        left.set_ylim(len(names) - 0.4, -0.6)

    def _panel(self, axes: "Axes", values: list[Estimate], promise: float, lang: str, digits: int) -> None:
        widest = max([promise, *(one.high for one in values)])
        for row, one in enumerate(values):
            axes.plot([one.low, one.high], [row, row], color=BLUE, linewidth=4, alpha=0.35, solid_capstyle="butt")
            axes.plot([one.value], [row], "o", color=BLUE, markersize=6)
            axes.annotate(
                number(one.value, lang, digits),
                (one.value, row),
                xytext=(0, 7),
                textcoords="offset points",
                ha="center",
                fontsize=8.5,
            )
        axes.axvline(promise, color=VERMILION, linestyle="--", linewidth=1.2)
        axes.annotate(
            say(lang, "report.chart.promise"),
            (promise, 0),
            xytext=(3, 2),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            color=GREY,
            fontsize=7.5,
        )
        axes.set_xlim(0, widest * 1.12 or 1)
        write_numbers(axes.xaxis, lang)
        grid(axes, "x")


def _hundred(share: Estimate) -> Estimate:
    return Estimate(100 * share.value, 100 * share.low, 100 * share.high)
