"""The head of the roster sheet: title, revision, and a column pair a date with its holiday or make-up note."""

from datetime import date

from model.workdays import DayKind
from reports.roster_book.canvas import Canvas
from reports.roster_book.grid import (
    DATE_ROW,
    DATES_MARK,
    DAY_ROW,
    ID_COLUMN,
    NAME_COLUMN,
    NOTE_ROW,
    NUMBER_COLUMN,
    SUBTITLE_ROW,
    TITLE_ROW,
)
from reports.wording.numbers import day as day_text


def draw_heading(canvas: Canvas) -> None:
    """Draw title, subtitle, column heads, and the hidden row of dates that reading goes by."""
    book, last = canvas.book, canvas.grid.hours_column + 1
    first, end = (day_text(book.dates[place], book.lang) for place in (0, -1))
    site = book.instance.sites[book.site].name
    canvas.sheet.merge_range(
        TITLE_ROW, NUMBER_COLUMN, TITLE_ROW, last, canvas.say("title", site=site), canvas.styles["title"]
    )
    subtitle = canvas.say("subtitle", first=first, last=end, revision=book.revision, id=book.fingerprint)
    canvas.sheet.merge_range(SUBTITLE_ROW, NUMBER_COLUMN, SUBTITLE_ROW, last, subtitle, canvas.styles["subtitle"])
    fixed = ((NUMBER_COLUMN, "number"), (NAME_COLUMN, "name"), (last - 1, "hours"), (last, "contract"))
    for column, key in fixed:
        head = canvas.say(f"head.{key}")
        canvas.sheet.merge_range(DAY_ROW, column, NOTE_ROW, column, head, canvas.styles["head"])
    canvas.sheet.write_string(DATE_ROW, ID_COLUMN, DATES_MARK)
    for day in book.dates:
        _day_head(canvas, day)


def _day_head(canvas: Canvas, day: date) -> None:
    column, look = canvas.grid.code_column(day), canvas.styles["head" if canvas.book.open(day) else "head_closed"]
    weekday = canvas.say(f"weekday.{day.weekday()}")
    canvas.sheet.merge_range(DAY_ROW, column, DAY_ROW, column + 1, f"{weekday} {day:%d/%m}", look)
    canvas.sheet.merge_range(NOTE_ROW, column, NOTE_ROW, column + 1, _day_note(canvas, day), look)
    canvas.sheet.write_string(DATE_ROW, column, f"{day.isoformat()}|shift")
    canvas.sheet.write_string(DATE_ROW, column + 1, f"{day.isoformat()}|counter")


def _day_note(canvas: Canvas, day: date) -> str:
    calendar = canvas.book.instance.calendar
    kind = calendar.kind(day)
    if kind is DayKind.WORKING:
        return "" if canvas.book.open(day) else canvas.say("closed")
    name = calendar.name(day)
    return canvas.say(f"day.{kind.value}") + (f": {name}" if name else "")
