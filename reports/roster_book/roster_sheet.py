"""The sheet of people and days: the roster as it hangs on the wall, and the one place that is changed by hand."""

from reports.roster_book.canvas import Canvas
from reports.roster_book.cell_rules import add_colours, add_lists
from reports.roster_book.cover import HALVES
from reports.roster_book.cover_rows import draw_cover
from reports.roster_book.grid import FIRST_ROW
from reports.roster_book.heading import draw_heading
from reports.roster_book.page import draw_notes, set_page
from reports.roster_book.people import draw_person


def draw_roster(canvas: Canvas) -> None:
    """Draw everything: heading, people, cover, notes, rules of the cells, and the page."""
    draw_heading(canvas)
    for place, person in enumerate(canvas.book.people):
        draw_person(canvas, FIRST_ROW + place, place + 1, person)
    for place, half in enumerate(HALVES):
        draw_cover(canvas, canvas.grid.cover_row + place, half)
    draw_notes(canvas, canvas.grid.cover_row + len(HALVES) + 1)
    add_lists(canvas)
    add_colours(canvas)
    set_page(canvas)
