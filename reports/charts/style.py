"""How charts look: a font with every Vietnamese letter, colours colour-blind people tell apart, numbers as written."""

from typing import TYPE_CHECKING, Any

from model.clock import clock_text
from reports.wording.numbers import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

# The palette of Okabe and Ito (2008), safe for every common kind of colour blindness.
BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE, GREY = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#D55E00",
    "#56B4E9",
    "#CC79A7",
    "#595959",
)

# DejaVu Sans comes with matplotlib and has every letter of Vietnamese; the hash salt makes SVG bytes repeatable.
RC: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 9.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#808080",
    "axes.axisbelow": True,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "legend.frameon": False,
    "figure.facecolor": "white",
    "savefig.facecolor": "white",
    "svg.fonttype": "path",
    "svg.hashsalt": "motcua",
    "axes.unicode_minus": True,
}


def write_numbers(axis: "Axis", lang: str, digits: int = 0, suffix: str = "") -> None:
    """Write the ticks of an axis as the language does: a decimal comma in Vietnamese."""
    from matplotlib.ticker import FuncFormatter

    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, lang, digits) + suffix))


def write_clock(axes: "Axes", first: float, last: float, step: int = 120) -> None:
    """Write the horizontal axis, in minutes after midnight, as times of day."""
    ticks = range(int(-(-first // step)) * step, int(last) + 1, step)
    axes.set_xticks(list(ticks), [clock_text(tick) for tick in ticks])
    axes.set_xlim(first, last)


def grid(axes: "Axes", axis: str = "y") -> None:
    """Draw faint help lines."""
    axes.grid(True, axis=axis, color="#dddddd", linewidth=0.7)  # type: ignore[arg-type]
