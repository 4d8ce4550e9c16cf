"""Rows about what is offered: services, the minutes they take, and the channels they come by."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator

from model.demand import ANY_SERVICE, BulkLaw
from model.files.cells import Text, YesNo, fault, member
from model.files.codes import Code
from model.files.numbers import (
    MOST_MINUTES,
    MeanMinutes,
    Minutes,
    MinutesOff,
    MinutesSpread,
    PerDossier,
    PositiveMinutes,
    Promise,
    Share,
    Variation,
    read_number,
    read_whole,
)
from model.files.rows.row import Fault, Ref, Row
from model.services import LawKind, Level, VisitType

LevelChoice = Annotated[Level, BeforeValidator(member(Level))]
LawChoice = Annotated[LawKind, BeforeValidator(member(LawKind))]
VisitChoice = Annotated[VisitType, BeforeValidator(member(VisitType))]
BulkChoice = Annotated[BulkLaw, BeforeValidator(member(BulkLaw))]
MOST_STAGES = 20
StageNumber = Annotated[int, Field(ge=1, le=MOST_STAGES), BeforeValidator(read_whole)]
FEWEST_DOSSIERS, MOST_DOSSIERS = 2, 10_000
BulkNumber = Annotated[float, Field(ge=FEWEST_DOSSIERS, le=MOST_DOSSIERS), BeforeValidator(read_number)]
ServiceOrAny = Annotated[Text, Ref("service", frozenset({ANY_SERVICE}))]
_WITH_MEAN = frozenset({LawKind.LOGNORMAL, LawKind.GAMMA, LawKind.EXPONENTIAL, LawKind.DETERMINISTIC})
_WITH_CV = frozenset({LawKind.LOGNORMAL, LawKind.GAMMA})
_THREE_POINTS = frozenset({LawKind.TRIANGULAR, LawKind.PERT})


class ServiceRow(Row):
    """A line of ``services.csv``."""

    key: ClassVar[tuple[str, ...]] = ("service",)
    gives: ClassVar[dict[str, str]] = {"service": "service", "skill": "skill", "system": "system"}

    service: Text
    name_vi: Text
    name_en: Text = ""
    field: Text
    level: LevelChoice
    skill: Text
    target_share: Promise | None = None
    target_within: Minutes | None = None
    target_mean: Minutes | None = None
    patience_law: LawChoice | None = None
    patience_mean: MeanMinutes | None = None
    patience_cv: Variation | None = None
    priority_share: Share = 0.0
    equipment: Text = ""
    system: Text = ""
    papers_missing: Share = 0.0

    def faults(self) -> Iterator[Fault]:
        """Yield a patience whose law lacks its numbers."""
        law = self.patience_law
        if law is None:
            if self.patience_mean is not None:
                yield Fault(Code.VALUE_MISSING, "patience_law")
            return
        if law not in _WITH_MEAN:
            choices = ", ".join(sorted(_WITH_MEAN))
            yield Fault(Code.CHOICE_UNKNOWN, "patience_law", law, {"choices": choices})
            return
        yield from _lacking(law, {"patience_mean": self.patience_mean}, "patience_law")
        if law in _WITH_CV:
            yield from _lacking(law, {"patience_cv": self.patience_cv}, "patience_law")


class MinutesRow(Row):
    """A line of ``minutes.csv``: the law of the minutes one visit takes at the counter."""

    key: ClassVar[tuple[str, ...]] = ("service", "visit")

    service: ServiceOrAny
    visit: VisitChoice
    law: LawChoice
    mean: PositiveMinutes | None = None
    cv: Variation | None = None
    low: Minutes | None = None
    mode: Minutes | None = None
    high: Minutes | None = None
    values: Annotated[tuple[float, ...], WithJsonSchema({"type": "string", "examples": ["4 6.5 12"]})] = ()

    @field_validator("values", mode="before")
    @classmethod
    def _observations(cls, value: object, info: object) -> tuple[float, ...]:
        found = tuple(read_number(one, info) for one in str(value).replace(";", " ").split())  # type: ignore[arg-type]
        if any(not 0 <= one <= MOST_MINUTES for one in found):
            raise fault(Code.NUMBER_OUTSIDE, range=f"≥ 0, ≤ {MOST_MINUTES}")
        return found

    def faults(self) -> Iterator[Fault]:
        """Yield a law that lacks its numbers or has them in the wrong order."""
        if self.law in _WITH_MEAN:
            yield from _lacking(self.law, {"mean": self.mean}, "law")
        if self.law in _WITH_CV:
            yield from _lacking(self.law, {"cv": self.cv}, "law")
        if self.law is LawKind.EMPIRICAL and not self.values:
            yield from _lacking(self.law, {"values": None}, "law")
        if self.law in _THREE_POINTS:
            yield from self._three_points()

    def _three_points(self) -> Iterator[Fault]:
        points = {"low": self.low, "mode": self.mode, "high": self.high}
        lacking = tuple(_lacking(self.law, points, "law"))
        yield from lacking
        if not lacking and not (self.low or 0) <= (self.mode or 0) <= (self.high or 0):
            facts = {name: f"{value:g}" for name, value in points.items() if value is not None}
            yield Fault(Code.LAW_ORDER, "mode", facts["mode"], {"low": facts["low"], "high": facts["high"]})


class StageRow(MinutesRow):
    """A line of ``stages.csv``: what some visits go on to after their first stage."""

    key: ClassVar[tuple[str, ...]] = ("service", "visit", "order")

    service: Annotated[Text, Ref("service")]
    order: StageNumber
    at: Annotated[Text, Ref("service")]
    share: Share = 1.0
    gap: Minutes = 0.0
    same_counter: YesNo = False


class ChannelsRow(Row):
    """A line of ``channels.csv``: how dossiers become visits in person."""

    key: ClassVar[tuple[str, ...]] = ("service",)

    service: ServiceOrAny
    online_share: Share
    collect_ratio: PerDossier
    guide_ratio: PerDossier
    appointment_share: Share = 0.0
    no_show_share: Share = 0.0
    punctuality_mean: MinutesOff = 0.0
    punctuality_sd: MinutesSpread = 0.0
    no_show_per_day: Share = 0.0
    bulk_share: Share = 0.0
    bulk_law: BulkChoice = BulkLaw.GEOMETRIC
    bulk_mean: BulkNumber | None = None
    bulk_values: Annotated[tuple[int, ...], WithJsonSchema({"type": "string", "examples": ["2 5 10"]})] = ()

    @field_validator("bulk_values", mode="before")
    @classmethod
    def _numbers(cls, value: object, info: ValidationInfo) -> tuple[int, ...]:
        found = tuple(read_whole(one, info) for one in str(value).replace(";", " ").split())
        if any(not FEWEST_DOSSIERS <= one <= MOST_DOSSIERS for one in found):
            raise fault(Code.NUMBER_OUTSIDE, range=f"≥ {FEWEST_DOSSIERS}, ≤ {MOST_DOSSIERS}")
        return found

    def faults(self) -> Iterator[Fault]:
        """Yield bulk filers whose law lacks its numbers, or a number of dossiers that is always the same and broken."""
        if not self.bulk_share:
            return
        if self.bulk_law is BulkLaw.EMPIRICAL:
            numbers: dict[str, float | None] = {"bulk_values": 1.0 if self.bulk_values else None}
        else:
            numbers = {"bulk_mean": self.bulk_mean}
        yield from _lacking(self.bulk_law, numbers, "bulk_law")
        if self.bulk_law is BulkLaw.DETERMINISTIC and self.bulk_mean is not None and not self.bulk_mean.is_integer():
            yield Fault(Code.NUMBER_NOT_WHOLE, "bulk_mean", f"{self.bulk_mean:g}")


def _lacking(law: LawKind | BulkLaw, numbers: dict[str, float | None], column: str) -> Iterator[Fault]:
    """Yield a fault for each number the law needs and does not have."""
    for name, value in numbers.items():
        if value is None:
            yield Fault(Code.LAW_INCOMPLETE, column, law.value, {"needed": name})
