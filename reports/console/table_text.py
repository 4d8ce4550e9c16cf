"""A table on the terminal: columns under one another, counted in screen cells, numbers flush right."""

from collections.abc import Sequence

from rich.cells import cell_len

from reports.tables.table import Table

GAP = "  "


def table_lines(table: Table, lang: str) -> tuple[str, ...]:
    """Return a report's table as lines of text: caption, head, rows."""
    right = [column.numeric for column in table.columns]
    return (table.caption.text(lang), *aligned([table.head(lang), *table.body(lang)], right))


def aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> tuple[str, ...]:
    """Return rows as lines whose columns stand under one another; ``right`` says which are flush right."""
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(right))]
    lines = (GAP.join(_padded(*cell) for cell in zip(row, widths, right, strict=True)) for row in rows)
    return tuple(f"{GAP}{line}".rstrip() for line in lines)


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - cell_len(text))
    return space + text if right else text + space
