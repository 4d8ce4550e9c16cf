"""Numbers and dates as people of each language write them: 1.234,5 in Vietnamese, 1,234.5 in English."""

import math
from datetime import date

MARKS = {"vi": (".", ","), "en": (",", ".")}
NONE = "–"


def number(value: float, lang: str, digits: int = 0) -> str:
    """Write a number with ``digits`` decimals; a dash where there is none."""
    if value is None or math.isnan(value):
        return NONE
    thousands, decimal = MARKS[lang]
    text = f"{value:,.{digits}f}"
    if float(text.replace(",", "")) == 0:
        text = text.lstrip("-")
    return text.replace(",", "\0").replace(".", decimal).replace("\0", thousands).replace("-", "−")


def percent(share: float, lang: str, digits: int = 1) -> str:
    """Write a share of one as a percentage."""
    return NONE if math.isnan(share) else f"{number(100 * share, lang, digits)}%"


def day(value: date, lang: str) -> str:
    """Write a date: 02/12/2026 in Vietnamese, 2 Dec 2026 in English."""
    return f"{value:%d/%m/%Y}" if lang == "vi" else f"{value.day} {value:%b %Y}"
