"""How many dossiers the people of each commune hand in, for which service, and through which channel."""

from pathlib import Path

from catalogue import KINDS, LAND
from people import Commune, communes
from sources import rows, totals
from tables import ASSUMPTION, Cell, write_table

# Of 235 dossiers a day at Branch 7 "about 80 %" are land: rule D2.
LAND_SHARE = 0.8
# Rules D4 and D5, per visit that hands in a dossier.
COLLECT_PER_SUBMIT = 0.65
GUIDE_PER_SUBMIT = 0.25
ONLINE = 0.60

COMMUNE_SOURCE = "126 communes Q3 2025 (LĐ 1585235); rules D1, D3"
BRANCH_SOURCE = "Branch 7 (tienphong post1730728); rule D2"
CHANNEL_SOURCE = (
    "online 59.71 % of 126 communes Q3 2025 (LĐ 1585235), taken for all services and years: D6; "
    "collect 0.65 and guide 0.25 per visit to submit: D4, D5"
)


def field_shares(column: str, kinds: tuple[str, ...]) -> dict[str, float]:
    """Return the assumed shares of the fields that the named services stand for, scaled to one."""
    assumed = {row["field"]: float(row[column]) for row in rows("field_mix")}
    shares = {kind.id: assumed[kind.field] for kind in KINDS if kind.id in kinds}
    whole = sum(shares.values())
    return {service: share / whole for service, share in shares.items()}


def dossiers_per_head(urban: bool) -> dict[str, float]:
    """Return dossiers of all channels per person and working day by service.

    Rule D1: what the 126 communes of 2025 receive is what communes and districts received in 2024. Rule D2: what the
    city level receives per head is what Branch 7 receives per head; its count at the counters is divided by the share
    not filed online.
    """
    total = totals()
    local = tuple(kind.id for kind in KINDS if kind.level != "city")
    offices = tuple(kind.id for kind in KINDS if kind.level == "city" and kind.id != LAND)
    low = total.commune_level / sum(one.people for one in communes().values())
    city = total.branch_received / total.branch_people / (1 - ONLINE)
    mix = field_shares("assumed_share_ward_point" if urban else "assumed_share_rural_commune_point", local)
    heads = {service: low * share for service, share in mix.items()}
    heads[LAND] = city * LAND_SHARE
    rest = field_shares("assumed_share_city_branch", offices)
    return heads | {service: city * (1 - LAND_SHARE) * share for service, share in rest.items()}


def dossiers(places: dict[str, Commune]) -> dict[tuple[str, str], float]:
    """Return dossiers per ordinary working day by (commune, service), all channels, in the order of the services."""
    heads = {urban: dossiers_per_head(urban) for urban in (True, False)}
    return {
        (code, kind.id): round(one.people * heads[one.urban][kind.id], 3)
        for code, one in places.items()
        for kind in KINDS
    }


def write_demand(folder: Path) -> None:
    """Write demand.csv and channels.csv."""
    level = {kind.id: kind.level for kind in KINDS}
    lines: list[tuple[Cell, ...]] = [
        (code, service, amount, ASSUMPTION, BRANCH_SOURCE if level[service] == "city" else COMMUNE_SOURCE)
        for (code, service), amount in dossiers(communes()).items()
    ]
    write_table(folder / "demand.csv", ("unit", "service", "dossiers_per_day"), lines)
    in_person = 1 - ONLINE
    channel = ("*", ONLINE, COLLECT_PER_SUBMIT * in_person, GUIDE_PER_SUBMIT * in_person, ASSUMPTION, CHANNEL_SOURCE)
    write_table(folder / "channels.csv", ("service", "online_share", "collect_ratio", "guide_ratio"), [channel])


def sensitivity() -> dict[str, float]:
    """Return by what the example's demand is multiplied to give the low and the high sourced total of the city."""
    total = totals()
    here = sum(dossiers(communes()).values())
    return {"low": round(total.city_low / here, 3), "high": round(total.city_high / here, 3)}
