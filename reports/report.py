"""Writes a report into a folder: Word, Excel, one HTML page, tables for those who compute, and the certificate."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from model.files.atomic import replace_file
from reports.contents import ReportContents, tell_contents
from reports.provenance import provenance_bytes
from reports.told import Told

if TYPE_CHECKING:
    import pandas as pd

WORD, EXCEL, PAGE, CERTIFICATE, TABLES = "bao-cao.docx", "phu-luc.xlsx", "bao-cao.html", "provenance.json", "tables"


def write_report(
    folder: Path,
    contents: ReportContents,
    *,
    lang: str,
    formats: Collection[str] = ("docx", "xlsx", "html", "csv", "parquet"),
) -> tuple[Path, ...]:
    """Write the asked formats and always ``provenance.json``; return the files in the order they were written.

    Each file appears whole or not at all. The same contents give the same bytes.

    Raises:
        ValueError: when a format is not known, or there is nothing to report.
    """
    return write_told(folder, tell_contents(contents), lang=lang, formats=formats)


def write_told(folder: Path, told: Told, *, lang: str, formats: Collection[str]) -> tuple[Path, ...]:
    """Write what is told already; see ``write_report``."""
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ValueError(", ".join(unknown))
    paths = [path for kind, write in FORMATS.items() if kind in formats for path in write(folder, told, lang)]
    certificate = folder / CERTIFICATE
    replace_file(certificate, provenance_bytes(told.certificate))
    return (*paths, certificate)


# The libraries of a format are loaded only when it is asked for.
def _docx(folder: Path, told: Told, lang: str) -> tuple[Path, ...]:
    from reports.writers.word import write_word

    write_word(folder / WORD, told.story, lang)
    return (folder / WORD,)


def _xlsx(folder: Path, told: Told, lang: str) -> tuple[Path, ...]:
    from reports.writers.excel import write_excel

    write_excel(folder / EXCEL, told.story, told.tables, lang)
    return (folder / EXCEL,)


def _html(folder: Path, told: Told, lang: str) -> tuple[Path, ...]:
    from reports.writers.page import write_page

    write_page(folder / PAGE, told.story, lang)
    return (folder / PAGE,)


def _csv(folder: Path, told: Told, lang: str) -> tuple[Path, ...]:
    from reports.writers.plain import write_csv

    return write_csv(folder / TABLES, _frames(told, lang))


def _parquet(folder: Path, told: Told, lang: str) -> tuple[Path, ...]:
    from reports.writers.plain import write_parquet

    return write_parquet(folder / TABLES, _frames(told, lang))


def _frames(told: Told, lang: str) -> Mapping[str, "pd.DataFrame"]:
    from reports.writers.plain import frame_of

    return {table.key: frame_of(table, lang) for table in told.tables} | dict(told.raw)


FORMATS: Mapping[str, Callable[[Path, Told, str], tuple[Path, ...]]] = {
    "docx": _docx,
    "xlsx": _xlsx,
    "html": _html,
    "csv": _csv,
    "parquet": _parquet,
}
