"""What citizens come for: thirteen services by field and level, and the minutes they take."""

from dataclasses import dataclass
from pathlib import Path

from sources import rows
from tables import ASSUMPTION, Cell, write_table

PRIORITY_SHARE = 0.05
LAND = "vpdk_dat_dai"

SERVICE_SOURCE = "fields: Hải Châu 1-7/7/2025 (LĐ 1537581); level, skill: rule V1; priority share 5 %: rule V2"
MINUTES_SOURCE = "facts/service_minutes_assumed.csv, min/mode/max as PERT (V3)"


@dataclass(frozen=True, slots=True)
class Kind:
    """A service: its id, names, the field of the fact tables, the level that received it in 2024, and the skill."""

    id: str
    vi: str
    en: str
    field: str
    level: str
    skill: str


# Rule V1: who received what before the merger.
KINDS = (
    Kind("chung_thuc", "Chứng thực bản sao, chữ ký", "Certification", "chung_thuc", "commune", "tu_phap"),
    Kind("ho_tich", "Hộ tịch", "Civil status", "ho_tich", "commune", "tu_phap"),
    Kind("bao_tro_xh", "Bảo trợ xã hội, y tế, trẻ em", "Social protection, health", "bao_tro_xh", "commune", "xa_hoi"),
    Kind("nguoi_co_cong", "Người có công", "People with merit", "nguoi_co_cong", "commune", "xa_hoi"),
    Kind(
        "ho_tich_nn",
        "Hộ tịch có yếu tố nước ngoài",
        "Civil status, foreign element",
        "ho_tich_nn",
        "district",
        "tu_phap",
    ),
    Kind("ho_kinh_doanh", "Đăng ký hộ kinh doanh", "Household business", "dkkd_cong_thuong", "district", "kinh_doanh"),
    Kind("xay_dung", "Cấp phép xây dựng", "Construction permits", "xay_dung", "district", "xay_dung"),
    Kind(
        "dat_dai_nn_mt",
        "Đất đai cấp lần đầu, chuyển mục đích; nông nghiệp, môi trường",
        "Land: first certificate, change of use; agriculture, environment",
        "dat_dai_nn_mt",
        "district",
        "dat_dai",
    ),
    Kind(LAND, "Đăng ký đất đai (biến động)", "Land registration", LAND, "city", "dat_dai"),
    Kind(
        "kinh_doanh_so",
        "Đăng ký doanh nghiệp, công thương (cấp Sở)",
        "Enterprises, trade (departments)",
        "dkkd_cong_thuong",
        "city",
        "kinh_doanh",
    ),
    Kind(
        "xay_dung_so",
        "Xây dựng, giao thông (cấp Sở)",
        "Construction, transport (departments)",
        "xay_dung",
        "city",
        "xay_dung",
    ),
    Kind(
        "moi_truong_so",
        "Nông nghiệp, tài nguyên, môi trường (cấp Sở)",
        "Agriculture, resources, environment (departments)",
        "dat_dai_nn_mt",
        "city",
        "moi_truong",
    ),
    Kind(
        "noi_vu_so",
        "Nội vụ, giáo dục và lĩnh vực khác (cấp Sở)",
        "Home affairs, education and others (departments)",
        "nguoi_co_cong",
        "city",
        "noi_vu",
    ),
)


def minutes() -> dict[str, tuple[float, float, float]]:
    """Return minimum, mode and maximum minutes by field of the fact table."""
    return {
        row["field"]: (float(row["minutes_min"]), float(row["minutes_mode"]), float(row["minutes_max"]))
        for row in rows("service_minutes_assumed")
    }


def mean_minutes(field: str) -> float:
    """Return the mean of the PERT law of a field."""
    low, mode, high = minutes()[field]
    return (low + 4 * mode + high) / 6


def write_services(folder: Path) -> None:
    """Write services.csv and minutes.csv."""
    services: list[tuple[Cell, ...]] = [
        (one.id, one.vi, one.en, one.field, one.level, one.skill, PRIORITY_SHARE, ASSUMPTION, SERVICE_SOURCE)
        for one in KINDS
    ]
    columns = ("service", "name_vi", "name_en", "field", "level", "skill", "priority_share")
    write_table(folder / "services.csv", columns, services)
    law = minutes()
    visits = [(one.id, "submit", one.field) for one in KINDS]
    visits += [("*", "collect", "tra_ket_qua"), ("*", "guide", "huong_dan")]
    lines: list[tuple[Cell, ...]] = [
        (service, visit, "pert", *law[field], ASSUMPTION, MINUTES_SOURCE) for service, visit, field in visits
    ]
    write_table(folder / "minutes.csv", ("service", "visit", "law", "low", "mode", "high"), lines)
