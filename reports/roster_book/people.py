"""The rows of the roster sheet: one person each, a code and a counter a day, and the hours they make."""

from datetime import date

from model.staff import Person
from reports.roster_book.canvas import Canvas
from reports.roster_book.grid import ID_COLUMN, NAME_COLUMN, NUMBER_COLUMN, cell


def draw_person(canvas: Canvas, row: int, number: int, person: Person) -> None:
    """Draw one person's row; the hidden id beside it is what reading goes by."""
    canvas.sheet.set_row(row, 19)
    canvas.sheet.write_string(row, ID_COLUMN, person.id)
    canvas.sheet.write_number(row, NUMBER_COLUMN, number, canvas.styles["number"])
    canvas.sheet.write_string(row, NAME_COLUMN, person.name, canvas.styles["name"])
    for day in canvas.book.dates:
        _cell(canvas, row, person, day)
    _hours(canvas, row, person)


def _hours(canvas: Canvas, row: int, person: Person) -> None:
    minutes = 0
    for day in canvas.book.dates:
        shift = canvas.book.instance.shifts.get(canvas.cells.get((person.id, day), ("", ""))[0])
        minutes += shift.paid_minutes if shift else 0
    codes = (cell(row, canvas.grid.code_column(day)) for day in canvas.book.dates)
    formula = "=" + "+".join(f"SUMIF(shift_codes,{code},shift_hours)" for code in codes)
    column = canvas.grid.hours_column
    canvas.sheet.write_formula(row, column, formula, canvas.styles["hours"], value=minutes / 60)
    canvas.sheet.write_number(row, column + 1, person.weekly_minutes / 60, canvas.styles["hours"])


def _cell(canvas: Canvas, row: int, person: Person, day: date) -> None:
    column = canvas.grid.code_column(day)
    shift, counter = canvas.cells.get((person.id, day), ("", ""))
    remark = canvas.book.remarks.get((person.id, day), "")
    # A border, because the colour of a shift code would lie over any fill.
    strong = "_changed" if remark else ""
    if canvas.book.instance.on_leave(person.id, day) and not shift:
        canvas.sheet.write_string(row, column, canvas.marks.leave, canvas.styles[f"leave{strong}"])
        canvas.sheet.write_blank(row, column + 1, None, canvas.styles["leave"])
    elif not canvas.book.open(day) and not shift:
        canvas.sheet.write_blank(row, column, None, canvas.styles["closed"])
        canvas.sheet.write_blank(row, column + 1, None, canvas.styles["closed"])
    else:
        canvas.sheet.write_string(row, column, shift or canvas.marks.off, canvas.styles[f"cell{strong}"])
        label = canvas.marks.counters.get(counter, counter)
        canvas.sheet.write_string(row, column + 1, label, canvas.styles[f"counter{strong}"])
    if remark:
        canvas.sheet.write_comment(row, column, remark, {"author": "Motcua", "x_scale": 1.5, "y_scale": 0.5})
