"""What the cells do by themselves: offer a list, take the colour of their code, warn of too many hours."""

from reports.roster_book.canvas import Canvas
from reports.roster_book.grid import FIRST_ROW, cell
from reports.roster_book.styles import ALARM


def add_lists(canvas: Canvas) -> None:
    """Let every cell offer the codes or counters of its named range (a list in the rule ends at 255 characters)."""
    for day in canvas.book.dates:
        column = canvas.grid.code_column(day)
        for shift, name in ((0, "shift_codes"), (1, "counter_labels")):
            rule = {
                "validate": "list",
                "source": f"={name}",
                "ignore_blank": True,
                "error_title": canvas.say("wrong.title"),
                "error_message": canvas.say(f"wrong.{name}"),
            }
            canvas.sheet.data_validation(FIRST_ROW, column + shift, canvas.grid.last_row, column + shift, rule)


def add_colours(canvas: Canvas) -> None:
    """Colour each code wherever it stands, and the hours of whoever works more than the contract."""
    ranges = [canvas.grid.codes(day) for day in canvas.book.dates]
    for place, code in enumerate(canvas.book.instance.shifts):
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{code}"',
            "format": canvas.styles.tint(place),
            "multi_range": " ".join(ranges),
        }
        canvas.sheet.conditional_format(ranges[0], rule)
    row, column = FIRST_ROW, canvas.grid.hours_column
    over = {"type": "cell", "criteria": ">", "value": f"={cell(row, column + 1)}", "format": canvas.styles.fill(ALARM)}
    canvas.sheet.conditional_format(row, column, canvas.grid.last_row, column, over)
