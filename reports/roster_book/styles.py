"""The looks of the workbook's cells, made once each; colours are told apart without red and green."""

from collections.abc import Mapping
from typing import Any

FONT = "Times New Roman"
# Tints of the Okabe-Ito palette: distinct for the colour-blind, light enough for black letters on a grey printer.
TINTS = ("#BBDDF2", "#FCE3B0", "#BFE6D8", "#EBD3E2", "#FAF6C0", "#F6CDB4", "#B8CDE0", "#DDDDDD")
EDITABLE = "#F7FBFF"
CLOSED = "#E4E4E4"
ALARM = "#F5A623"
LINE = "#8C8C8C"

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "align": "center"},
    "subtitle": {"font_size": 11, "align": "center", "italic": True},
    "head": {"bold": True, "align": "center", "border": 1, "bg_color": "#DCE6F1", "text_wrap": True},
    "head_closed": {"bold": True, "align": "center", "border": 1, "bg_color": CLOSED, "text_wrap": True},
    "name": {"border": 1, "align": "left", "shrink": True},
    "number": {"border": 1, "align": "center"},
    "cell": {"border": 1, "align": "center", "bold": True, "locked": False, "bg_color": EDITABLE, "shrink": True},
    "counter": {
        "border": 1, "align": "center", "font_size": 8, "font_color": "#404040", "locked": False,
        "bg_color": EDITABLE, "shrink": True,
    },
    "closed": {"border": 1, "align": "center", "bg_color": CLOSED, "font_color": "#606060"},
    "leave": {"border": 1, "align": "center", "bg_color": CLOSED, "italic": True, "pattern": 1},
    "hours": {"border": 1, "align": "center", "num_format": "0.#"},
    "cover_name": {"border": 1, "bold": True, "align": "left", "shrink": True},
    "cover": {"border": 1, "bold": True, "align": "center"},
    "need": {"border": 1, "align": "center", "font_size": 9, "font_color": "#404040"},
    "note": {"font_size": 9, "text_wrap": True, "valign": "top"},
    "sign": {"bold": True, "align": "center", "valign": "top"},
    "empty": {"border": 4, "border_color": "#D0D0D0"},
    "short": {"border": 1, "align": "center", "font_size": 9, "bold": True, "bg_color": ALARM},
    "text": {"border": 1, "align": "left", "text_wrap": True},
}  # fmt: skip

# A changed cell: readable in print and beside any fill.
CHANGED: Mapping[str, Any] = {"border": 5, "border_color": "#C04000"}
MARK = "_changed"


class Styles:
    """Formats of one workbook by name; ``tint`` gives the colour of a shift code by its place in the list."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            base = {"font_name": FONT, "font_size": 10, "valign": "vcenter"}
            strong = CHANGED if name.endswith(MARK) else {}
            self._made[name] = self._workbook.add_format({**base, **LOOKS[name.removesuffix(MARK)], **strong})
        return self._made[name]

    def block(self, place: int) -> Any:
        """Return the look of a stretch at the counter at a place of the list; equal colours still bear their names."""
        tint = {"font_name": FONT, "font_size": 10, "valign": "vcenter", "bg_color": TINTS[place % len(TINTS)]}
        name = f"block {place % len(TINTS)}"
        if name not in self._made:
            self._made[name] = self._workbook.add_format({**tint, "align": "center", "border": 1, "bold": True})
        return self._made[name]

    def fill(self, colour: str) -> Any:
        """Return a format that changes nothing but the fill."""
        return self._workbook.add_format({"bg_color": colour})

    def tint(self, place: int) -> Any:
        """Return the fill of the shift code at a place of the list."""
        return self.fill(TINTS[place % len(TINTS)])
