"""Rows of the tables that stand beside a scenario."""

from typing import Annotated, ClassVar

from model.files.cells import Text
from model.files.numbers import Counters, Latitude, Longitude
from model.files.rows.places import UnitRef
from model.files.rows.row import Ref, Row

UnitOrNone = Annotated[Text, Ref("unit", frozenset({""}))]


class MergeRow(Row):
    """A line of a merger table: the site that is pooled and the one it goes into."""

    site: Text
    into: Text
    into_name: Text = ""
    into_unit: UnitOrNone = ""
    into_lat: Latitude | None = None
    into_lon: Longitude | None = None


class OpenRow(Row):
    """A line of a table of new sites; ``services`` is read as in ``counters.csv``, empty meaning all."""

    key: ClassVar[tuple[str, ...]] = ("site",)

    site: Text
    name: Text
    unit: UnitOrNone = ""
    lat: Latitude
    lon: Longitude
    counters: Counters
    services: Text = ""


class CloseRow(Row):
    """A line of a table of sites to close."""

    key: ClassVar[tuple[str, ...]] = ("site",)

    site: Text


class AttendRow(Row):
    """A line of a scenario's catchment table."""

    key: ClassVar[tuple[str, ...]] = ("unit",)

    unit: UnitRef
    site: Text
