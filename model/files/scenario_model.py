"""What a scenario file may hold."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from model.figures import Label
from model.files.cells import Text, YesNo
from model.files.codes import Code
from model.files.numbers import Counters, Factor, Heads, Latitude, Longitude, Share
from model.files.rows.row import Fault, LabelChoice
from model.files.settings_model import NamePart, RuleChoice, Words
from model.files.settings_part import Part

__all__ = ["ChangePart", "ScenarioFile"]


class IntoPart(Part):
    """The site that others go into: one that is there (its id is enough) or a new one."""

    site: Text
    name: Text = ""
    unit: Text = ""
    lat: Latitude | None = None
    lon: Longitude | None = None


class MergePart(Part):
    """Pool sites into one."""

    into: IntoPart
    sites: Annotated[Words, Field(min_length=1)]
    move_staff: YesNo = True


class MergeTablePart(Part):
    """Pool sites by a table."""

    file: Text
    move_staff: YesNo = True


class OpenSitePart(Part):
    """Add a site."""

    site: Text
    name: Text
    unit: Text = ""
    lat: Latitude
    lon: Longitude
    counters: Counters
    services: Words = ()


class FilePart(Part):
    """Read the change from a table."""

    file: Text


class ClosePart(Part):
    """Take sites away."""

    sites: Words | None = None
    file: Text | None = None

    def faults(self) -> Iterator[Fault]:
        """Yield sites given twice over or not at all."""
        if (not self.sites) == (self.file is None):
            yield Fault(Code.ONE_OF_TWO, "sites", "", {"one": "sites", "two": "file"})


class OfferPart(Part):
    """Say what sites serve."""

    sites: Words = ()
    services: Words = ()


class StaffPart(Part):
    """Set the number of staff."""

    sites: Words = ()
    total: Heads | None = None
    each: Heads | None = None
    least: Heads = 1
    all_skills: YesNo = False
    match_counters: YesNo = False
    usual_shift: Text = ""

    def faults(self) -> Iterator[Fault]:
        """Yield a number given twice over or not at all."""
        if (self.total is None) == (self.each is None):
            yield Fault(Code.ONE_OF_TWO, "total", "", {"one": "total", "two": "each"})


class CountersPart(Part):
    """Set the number of counters."""

    sites: Words = ()
    each: Counters


class AttendPart(Part):
    """Change who attends where."""

    rule: RuleChoice
    services: Words = ()
    catchment: Text | None = None


class ScalePart(Part):
    """Change the demand."""

    services: Words = ()
    factor: Factor = 1.0
    online_share: Share | None = None


class ChangePart(Part):
    """One change: exactly one of these keys."""

    merge: MergePart | None = None
    merge_table: MergeTablePart | None = None
    open_site: OpenSitePart | None = None
    open_table: FilePart | None = None
    close_sites: ClosePart | None = None
    offer: OfferPart | None = None
    set_staff: StaffPart | None = None
    set_counters: CountersPart | None = None
    attend: AttendPart | None = None
    scale_demand: ScalePart | None = None

    def given(self) -> tuple[tuple[str, Part], ...]:
        """Return the changes that are named, with their keys."""
        found = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, part) for name, part in found if part is not None)

    def faults(self) -> Iterator[Fault]:
        """Yield a list item that names no change, or two."""
        names = [name for name, _ in self.given()]
        if len(names) != 1:
            choices = ", ".join(type(self).model_fields)
            yield Fault(Code.CHANGE_NOT_ONE, names[1] if names else "", ", ".join(names), {"choices": choices})


class ScenarioFile(Part):
    """The whole of a scenario file."""

    id: Text
    name: NamePart
    base: Text = "base"
    label: LabelChoice = Label.UNLABELLED
    source: Text = ""
    changes: tuple[ChangePart, ...] = ()
