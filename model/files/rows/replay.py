"""The row of arrivals that were seen and are played again."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from model.files.cells import Text, member
from model.files.codes import Code
from model.files.moments import Date, Moment
from model.files.numbers import Minutes
from model.files.rows.offers import VisitChoice
from model.files.rows.row import Fault, Ref, Row
from model.services import VisitType
from model.settings import PriorityClass

ClassChoice = Annotated[PriorityClass, BeforeValidator(member(PriorityClass))]


class ArrivalRow(Row):
    """A line of ``arrivals.csv``: one citizen who came."""

    date: Date
    time: Moment
    unit: Annotated[Text, Ref("unit", frozenset({""}))] = ""
    site: Annotated[Text, Ref("site", frozenset({""}))] = ""
    service: Annotated[Text, Ref("service")]
    visit: VisitChoice = VisitType.SUBMIT
    minutes: Minutes | None = None
    patience: Minutes | None = None
    group: Annotated[ClassChoice | None, Field(alias="class")] = None

    def faults(self) -> Iterator[Fault]:
        """Yield an arrival that says neither where from nor where to."""
        if not self.unit and not self.site:
            yield Fault(Code.VALUE_MISSING, "unit")
