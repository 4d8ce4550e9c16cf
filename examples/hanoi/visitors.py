"""The citizens of the example ``branch``: the cluster of Branch 7, its services, and what they come for."""

from dataclasses import dataclass
from pathlib import Path

from catalogue import minutes
from flows import ONLINE
from people import WEIGHT, districts
from sources import Row, rows, totals
from tables import ASSUMPTION, Cell, share_out, write_table

CLUSTER = "Hà Đông - Chương Mỹ - Quốc Oai"
LAND_FIELD = "vpdk_dat_dai"

# Rules B4 and B5, per visit that hands in a dossier: less than in the city, for results are also sent by post.
COLLECT_PER_SUBMIT, GUIDE_PER_SUBMIT = 0.3, 0.125
# Rule B6: online numbers (iHanoi), who fails to come and how punctual the others are.
APPOINTMENT, NO_SHOW, EARLY_MINUTES, PUNCTUALITY_SD = 0.3, 0.1, -8, 10
# Rule B7: nobody's patience was measured.
PATIENCE_MEAN, PATIENCE_CV = 180, 0.5
PRIORITY_SHARE = 0.06
# Rule B8: of a day's visits this part stands at the door before it opens; online numbers spread half of the others
# evenly over the hours for which numbers are given.
AT_THE_DOOR, SPREAD = 0.05, 0.5


@dataclass(frozen=True, slots=True)
class Procedure:
    """A service of the branch: its field, its share of the field, its skill, and its own minutes if any."""

    id: str
    vi: str
    en: str
    field: str
    share: float
    level: str
    skill: str
    minutes: tuple[float, float, float] | None = None


# Rule B3: land registration is three kinds of work; the facts' 12/22/45 minutes are those of a transfer.
PROCEDURES = (
    Procedure("chuyen_nhuong", "Chuyển nhượng, tặng cho, thừa kế", "Transfers", LAND_FIELD, 0.35, "city", "dat_dai"),
    Procedure("the_chap", "Đăng ký, xóa thế chấp", "Mortgages", LAND_FIELD, 0.40, "city", "dat_dai", (6, 10, 20)),
    Procedure(
        "trich_luc",
        "Trích lục, cung cấp thông tin đất đai",
        "Land extracts and information",
        LAND_FIELD,
        0.25,
        "city",
        "dat_dai",
        (5, 8, 15),
    ),
    Procedure("chung_thuc", "Chứng thực", "Certification", "chung_thuc", 1, "commune", "tong_hop"),
    Procedure("ho_tich", "Hộ tịch", "Civil status", "ho_tich", 1, "commune", "tong_hop"),
    Procedure("ho_tich_nn", "Hộ tịch nước ngoài", "Civil status, foreign", "ho_tich_nn", 1, "district", "tong_hop"),
    Procedure("kinh_doanh", "Đăng ký kinh doanh", "Business", "dkkd_cong_thuong", 1, "district", "tong_hop"),
    Procedure("bao_tro_xh", "Bảo trợ xã hội", "Social protection", "bao_tro_xh", 1, "commune", "tong_hop"),
    Procedure("nguoi_co_cong", "Người có công, nội vụ", "Merit, home affairs", "nguoi_co_cong", 1, "city", "tong_hop"),
    Procedure("xay_dung", "Cấp phép xây dựng", "Construction permits", "xay_dung", 1, "district", "xay_dung"),
    Procedure(
        "dat_dai_nn_mt",
        "Đất đai lần đầu, nông nghiệp, môi trường",
        "First land certificates, agriculture, environment",
        "dat_dai_nn_mt",
        1,
        "district",
        "xay_dung",
    ),
)

UNIT_SOURCE = "Res. 1656/NQ-UBTVQH15, vietnamadminunits 1.0.4; people: census 2019 of the district by rule B1"
DEMAND_SOURCE = "220-250 a day, about 80 % land (tienphong post1730728); field mix and place: rule B2"
CHANNEL_SOURCE = "online 0.60: LĐ 1585235, taken over (B2); collect B4, guide B5, bookings B6"
MINUTES_SOURCE = "facts/service_minutes_assumed.csv as PERT; mortgages and extracts: rule B3"
SERVICE_SOURCE = "fields: facts/field_mix.csv; skills, priority 6 %, patience: rules B3, B7"


def units() -> list[tuple[Row, int]]:
    """Return the fifteen communes of the cluster, each with its share of the former district's people."""
    inside = [row for row in rows("hanoi_units_2025") if row["branch_cluster_2025"] == CLUSTER]
    people: dict[str, int] = {}
    for one in districts().values():
        mine = {row["code"]: WEIGHT[row["type"]] for row in inside if row["main_former_district"] == one.name}
        if mine:
            people.update(share_out(one.people, mine))
    return [(row, people[row["code"]]) for row in inside]


def received() -> dict[str, float]:
    """Return dossiers per ordinary day by service, all channels: what is received at the counters over 0.4."""
    mix = {row["field"]: float(row["assumed_share_city_branch"]) for row in rows("field_mix")}
    whole = sum(mix[one.field] * one.share for one in PROCEDURES)
    total = totals().branch_received / (1 - ONLINE)
    return {one.id: total * mix[one.field] * one.share / whole for one in PROCEDURES}


def write_visitors(folder: Path) -> None:
    """Write units, demand, services, minutes, channels and profile."""
    places = units()
    lines: list[tuple[Cell, ...]] = [
        (row["code"], row["name"], row["lat"], row["lon"], number, row["area_km2"], ASSUMPTION, UNIT_SOURCE)
        for row, number in places
    ]
    write_table(folder / "units.csv", ("unit", "name", "lat", "lon", "population", "area_km2"), lines)
    whole = sum(number for _, number in places)
    demand: list[tuple[Cell, ...]] = [
        (row["code"], service, round(amount * number / whole, 3), ASSUMPTION, DEMAND_SOURCE)
        for row, number in places
        for service, amount in received().items()
    ]
    write_table(folder / "demand.csv", ("unit", "service", "dossiers_per_day"), demand)
    _write_services(folder)
    _write_channels(folder)


def _write_services(folder: Path) -> None:
    services: list[tuple[Cell, ...]] = [
        (
            *(one.id, one.vi, one.en, one.field, one.level, one.skill),
            *("lognormal", PATIENCE_MEAN, PATIENCE_CV, PRIORITY_SHARE, ASSUMPTION, SERVICE_SOURCE),
        )
        for one in PROCEDURES
    ]
    columns = ("service", "name_vi", "name_en", "field", "level", "skill")
    more = ("patience_law", "patience_mean", "patience_cv", "priority_share")
    write_table(folder / "services.csv", (*columns, *more), services)
    law = minutes()
    laws: list[tuple[Cell, ...]] = [
        (one.id, "submit", "pert", *(one.minutes or law[one.field]), ASSUMPTION, MINUTES_SOURCE) for one in PROCEDURES
    ]
    laws.append(("*", "collect", "pert", *law["tra_ket_qua"], ASSUMPTION, MINUTES_SOURCE))
    laws.append(("*", "guide", "pert", *law["huong_dan"], ASSUMPTION, MINUTES_SOURCE))
    write_table(folder / "minutes.csv", ("service", "visit", "law", "low", "mode", "high"), laws)


def _write_channels(folder: Path) -> None:
    columns = ("service", "online_share", "collect_ratio", "guide_ratio", "appointment_share", "no_show_share")
    line = (
        *("*", ONLINE, COLLECT_PER_SUBMIT * (1 - ONLINE), GUIDE_PER_SUBMIT * (1 - ONLINE), APPOINTMENT, NO_SHOW),
        *(EARLY_MINUTES, PUNCTUALITY_SD, ASSUMPTION, CHANNEL_SOURCE),
    )
    write_table(folder / "channels.csv", (*columns, "punctuality_mean", "punctuality_sd"), [line])
