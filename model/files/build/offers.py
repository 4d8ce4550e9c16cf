"""Builds services with their laws, and the channels of each."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from model.demand import ANY_SERVICE, Bulk, Channels
from model.figures import Name
from model.files.book import Book
from model.files.rows.offers import FEWEST_DOSSIERS, ChannelsRow, MinutesRow, ServiceRow, StageRow
from model.services import Law, Service, Target, VisitType
from model.stages import FurtherStage


def build_services(book: Book, promise: Target) -> dict[str, Service]:
    """Return the services by id; the minutes of ``*`` serve where a service has no own row for a visit."""
    laws = laws_by_service(book.rows("minutes", MinutesRow))
    common = laws.get(ANY_SERVICE, {})
    return {
        row.service: Service(
            row.service,
            Name(row.name_vi, row.name_en),
            row.field,
            row.level,
            row.skill,
            dict(sorted({**common, **laws.get(row.service, {})}.items())),
            _target(row, promise),
            _patience(row),
            row.priority_share,
            row.system,
            row.papers_missing,
        )
        for row in book.rows("services", ServiceRow)
    }


def laws_by_service(rows: Iterable[MinutesRow]) -> dict[str, dict[VisitType, Law]]:
    """Return the laws of minutes by service (or ``*``) and visit."""
    laws: dict[str, dict[VisitType, Law]] = {}
    for row in rows:
        laws.setdefault(row.service, {})[row.visit] = _law(row)
    return laws


def _law(row: MinutesRow) -> Law:
    numbers = (row.mean or 0.0, row.cv or 0.0, row.low or 0.0, row.mode or 0.0, row.high or 0.0)
    return Law(row.law, *numbers, row.values)


def build_stages(book: Book) -> tuple[FurtherStage, ...]:
    """Return the further stages of visits, in the order of the file."""
    return tuple(
        FurtherStage(row.service, row.visit, row.order, row.at, _law(row), row.share, row.gap, row.same_counter)
        for row in book.rows("stages", StageRow)
    )


def build_channels(book: Book, services: Iterable[str]) -> Mapping[str, Channels]:
    """Return the channels of every service: its own row, else the row of ``*``, else all in person."""
    rows = {row.service: row for row in book.rows("channels", ChannelsRow)}
    return {service: _channels(service, rows.get(service, rows.get(ANY_SERVICE))) for service in services}


def _channels(service: str, row: ChannelsRow | None) -> Channels:
    if row is None:
        return Channels(service)
    return Channels(
        service,
        row.online_share,
        row.collect_ratio,
        row.guide_ratio,
        row.appointment_share,
        row.no_show_share,
        row.punctuality_mean,
        row.punctuality_sd,
        row.no_show_per_day,
        Bulk(row.bulk_share, row.bulk_law, row.bulk_mean or FEWEST_DOSSIERS, row.bulk_values),
    )


def _target(row: ServiceRow, promise: Target) -> Target | None:
    """Return a service's own promise; what it leaves open is the workspace's."""
    own = (row.target_share, row.target_within, row.target_mean)
    if all(part is None for part in own):
        return None
    share = promise.share if row.target_share is None else row.target_share
    within = promise.within if row.target_within is None else row.target_within
    mean = promise.mean if row.target_mean is None else row.target_mean
    return replace(promise, share=share, within=within, mean=mean)


def _patience(row: ServiceRow) -> Law | None:
    if row.patience_law is None:
        return None
    return Law(row.patience_law, row.patience_mean or 0.0, row.patience_cv or 0.0)
