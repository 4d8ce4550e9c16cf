"""The rows under the people: on duty against needed, morning and afternoon, orange where it falls short."""

from reports.roster_book.canvas import Canvas
from reports.roster_book.cover import needed, on_duty
from reports.roster_book.grid import NAME_COLUMN, NUMBER_COLUMN, cell
from reports.roster_book.styles import ALARM


def draw_cover(canvas: Canvas, row: int, half: str) -> None:
    """Draw one row: for each open date who is on duty in that half of the day, counted anew on every change."""
    label = canvas.say(f"cover.{half}")
    canvas.sheet.merge_range(row, NUMBER_COLUMN, row, NAME_COLUMN, label, canvas.styles["cover_name"])
    for day in canvas.book.dates:
        column = canvas.grid.code_column(day)
        if not canvas.book.open(day):
            canvas.sheet.write_blank(row, column, None, canvas.styles["closed"])
            canvas.sheet.write_blank(row, column + 1, None, canvas.styles["closed"])
            continue
        formula = f"=SUMPRODUCT(COUNTIF({canvas.grid.codes(day)},shift_codes),shift_{half})"
        present, need = on_duty(canvas.book, day, half), needed(canvas.book.requirement, day, half)
        canvas.sheet.write_formula(row, column, formula, canvas.styles["cover"], value=present)
        if need is None:
            canvas.sheet.write_string(row, column + 1, "–", canvas.styles["need"])
        else:
            canvas.sheet.write_number(row, column + 1, need, canvas.styles["need"])
            _alarm(canvas, row, column)


def _alarm(canvas: Canvas, row: int, column: int) -> None:
    rule = {"type": "cell", "criteria": "<", "value": f"={cell(row, column + 1)}", "format": canvas.styles.fill(ALARM)}
    canvas.sheet.conditional_format(row, column, row, column, rule)
