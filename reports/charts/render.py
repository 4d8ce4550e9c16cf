"""Turns a chart into PNG bytes for Word or into an inline SVG for a web page, always the same bytes."""

import re
from io import BytesIO

from reports.charts.chart import Chart

IDENTIFIER = re.compile(r'\bid="([^"]+)"')
REFERENCE = re.compile(r'(?:xlink:)?href="#([^"]+)"')
ADDRESS = re.compile(r"url\(#([^)]+)\)")
METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
NAMESPACE = re.compile(r'\s+xmlns(?::\w+)?="[^"]*"')
SIZE = re.compile(r'\s(?:width|height)="[\d.]+pt"')


def png(chart: Chart, lang: str, dpi: int = 200) -> bytes:
    """Draw a chart as a PNG picture."""
    return _saved(chart, lang, "png", dpi=dpi, metadata={"Software": None})


def svg(chart: Chart, lang: str) -> str:
    """Draw a chart as an ``<svg>`` element to be put into an HTML page.

    Namespaces and metadata are left out (HTML needs none), and every identifier is made unique by the chart's key,
    so that several charts live in one page.
    """
    nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
    text = _saved(chart, lang, "svg", metadata=nothing).decode("utf-8")
    text = METADATA.sub("", text[text.index("<svg") :])
    text = SIZE.sub("", NAMESPACE.sub("", text), count=2)
    text = IDENTIFIER.sub(rf'id="{chart.key}-\1"', text)
    text = REFERENCE.sub(rf'href="#{chart.key}-\1"', text)
    return ADDRESS.sub(rf"url(#{chart.key}-\1)", text)


def _saved(chart: Chart, lang: str, kind: str, **options: object) -> bytes:
    import matplotlib
    from matplotlib.figure import Figure

    from reports.charts.style import RC

    with matplotlib.rc_context(RC):  # type: ignore[arg-type]
        figure = Figure(figsize=chart.size, layout="constrained")
        chart.draw(figure, lang)
        buffer = BytesIO()
        figure.savefig(buffer, format=kind, **options)  # type: ignore[arg-type]
    return buffer.getvalue()
