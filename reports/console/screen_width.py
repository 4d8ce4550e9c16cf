"""How wide the screen is, and text folded to it."""

import shutil
import textwrap


def screen_width() -> int:
    """Return the columns of the terminal, at most 120; 100 where there is none."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def fold(lead: str, text: str) -> str:
    """Fold a text behind a lead, further lines under its first letter."""
    return textwrap.fill(
        text, screen_width(), initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
    )
