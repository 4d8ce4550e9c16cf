"""The scenarios S0 to S5 as files: what is merged into what, who serves there, who attends."""

import textwrap
from collections.abc import Iterable
from pathlib import Path

import points
from catalogue import KINDS
from desks import Desk
from flows import sensitivity
from people import districts
from points import Point
from sources import observed, totals
from staffing import FULL_DAY
from tables import ASSUMPTION, write_table, write_text

# Posts at the counters: those of S1 are sourced, the others are rules M3 to M5.
PROJECT_STAFF = 184
CLUSTER_STAFF = 360
COMMUNE_POSTS = 5
SINGLE_LEVEL_STAFF = 441


def write_options(folder: Path) -> None:
    """Write scenarios/: one YAML file each and the tables it names."""
    home = folder / "scenarios"
    for option in (_today, _project, _pilots, _clusters, _communes, _single_level):
        option(home)
    _variants(home)


def _today(home: Path) -> None:
    _write(
        home,
        "S0",
        ("Hiện trạng 2024: 677 bộ phận một cửa", "Status quo 2024: 677 desks"),
        (ASSUMPTION, "vietnamnet 2315584; m.hanoitimes.vn -327781: 677 desks, 2,768 staff; spread: rules S1-S8"),
        [],
    )


def _project(home: Path) -> None:
    _merge(
        home,
        "S1",
        points.by_district(points.branches()),
        (ASSUMPTION, "one branch a district (en.vneconomy.vn); place: M1"),
    )
    _write(
        home,
        "S1",
        ("Đề án 2024: 30 chi nhánh, 184 người", "The Project as proposed: 30 branches, 184 staff"),
        (ASSUMPTION, "en.vneconomy.vn; m.hanoitimes.vn: 30 branches, 184 staff; every one serves all fields: rule M1"),
        [
            _pool("S1"),
            _offer([], []),
            "set_counters: {sites: [], each: 1}",
            _staff([], f"total: {PROJECT_STAFF}, least: 2"),
        ],
    )


def _pilots(home: Path) -> None:
    _merge(home, "S2", points.to_pilots(), (ASSUMPTION, "branch plan Nov 2024 (thactrang.com); nearer pilot: M2"))
    _write(
        home,
        "S2",
        ("Giai đoạn 1: hai chi nhánh thí điểm", "Pilot phase: Tây Hồ and Cầu Giấy"),
        (ASSUMPTION, "thactrang.com (copy of Tiền Phong); beta.kinhtedothi.vn 642636; staff not found, moved: rule M2"),
        [_pool("S2"), _offer(sorted(points.PILOTS.values()), [])],
    )


def _clusters(home: Path) -> None:
    pairs = points.by_district(points.cluster_points())
    _merge(home, "S3", pairs, (ASSUMPTION, "12 clusters (branch plan); place of the points: M3"))
    lines = [
        (unit, site, ASSUMPTION, "nearest point of the cluster: rule M3") for unit, site in points.cluster_catchment()
    ]
    write_table(home / "S3_catchment.csv", ("unit", "site"), lines)
    _write(
        home,
        "S3",
        ("Giai đoạn 2: 12 chi nhánh khu vực, 30 điểm", "12 regional branches with 30 points"),
        (ASSUMPTION, "branch plan; LĐ 1531032: 12 branches, 30 points; staff not found, 360 assumed: rule M3"),
        [
            _pool("S3"),
            _offer([], []),
            "set_counters: {sites: [], each: 1}",
            # Staff are shared by workload, so who attends has to be known before.
            "attend: {rule: assigned, catchment: S3_catchment.csv}",
            _staff([], f"total: {CLUSTER_STAFF}, least: 6"),
        ],
    )


def _communes(home: Path) -> None:
    pairs = points.to_communes_and_branches()
    _merge(home, "S4", pairs, (ASSUMPTION, "Res. 1656/NQ-UBTVQH15; LĐ 1531032; divided communes, place: M4"))
    local = [one.id for one in points.commune_points().values()]
    upper = [one.id for one in points.cluster_points().values()]
    low = [kind.id for kind in KINDS if kind.level != "city"]
    city = [kind.id for kind in KINDS if kind.level == "city"]
    _write(
        home,
        "S4",
        ("Từ 01/7/2025: 126 điểm xã, phường và 30 điểm chi nhánh", "126 commune points and 30 branch points"),
        (ASSUMPTION, "LĐ 1531032; 5 civil servants a point: Công văn 09/CV-BCĐ (LĐ 1516701), taken as given: rule M4"),
        [
            _pool("S4"),
            _offer(local, low),
            _offer(upper, city),
            "set_counters: {sites: [], each: 1}",
            _staff(local, f"each: {COMMUNE_POSTS}"),
            _staff(upper, f"total: {PROJECT_STAFF}, least: 2"),
        ],
    )


def _single_level(home: Path) -> None:
    _merge(home, "S5", points.to_communes(), (ASSUMPTION, "tienphong post1800161, post1799595; nearest point: M5"))
    _write(
        home,
        "S5",
        ("Một cấp toàn thành phố: 126 điểm, phi địa giới", "Single level: 126 points, boundary-free"),
        (ASSUMPTION, "tienphong post1800161: 2-5 civil servants a commune = 252-630; middle 441 by workload: rule M5"),
        [
            _pool("S5"),
            _offer([], []),
            "set_counters: {sites: [], each: 1}",
            "attend: {rule: nearest}",
            _staff([], f"total: {SINGLE_LEVEL_STAFF}, least: 2"),
        ],
    )


def _variants(home: Path) -> None:
    """Write what tells how much hangs on the assumed demand: the two totals of the city, and 80 % online."""
    factor = sensitivity()
    kinds = {
        "low": ("2,39 triệu hồ sơ/năm", "2.39 million dossiers a year", f"factor: {factor['low']}", "asiacity.news"),
        "high": ("4,24 triệu hồ sơ/năm", "4.24 million dossiers a year", f"factor: {factor['high']}", "hanoitimes"),
        "online80": ("80 % trực tuyến", "80 % filed online", "factor: 1, online_share: 0.8", "chosen"),
    }
    for base in ("S0", "S1"):
        for kind, (vi, en, change, source) in kinds.items():
            name = (f"{base}: {vi}", f"{base}: {en}")
            figure = (ASSUMPTION, f"{source}; sensitivity of {base}: rule D7")
            _write(home, f"{base}_{kind}", name, figure, [f"scale_demand: {{services: [], {change}}}"], base)
    _write(
        home,
        "S4_b7",
        ("S4: 30 điểm chi nhánh có số quầy như Chi nhánh 7", "S4: as many counters a head as Branch 7"),
        (ASSUMPTION, "11 counters for 929,592 people (vietnam.vn ha-noi-dieu-chinh-dia-diem); sensitivity of S4: D7"),
        [_staff([one.id for one in points.cluster_points().values()], f"total: {_like_branch_7()}, least: 2")],
        "S4",
    )


def _like_branch_7() -> int:
    """Return the counters the city would have at as many a head as Branch 7 has."""
    counters = observed("Chi nhánh số 7 (Hà Đông)", "counters")[0]
    return round(counters / totals().branch_people * sum(one.people for one in districts().values()))


def _merge(home: Path, code: str, pairs: Iterable[tuple[Desk, Point]], figure: tuple[str, str]) -> None:
    """Write the table of one merger."""
    columns = ("site", "into", "into_name", "into_unit", "into_lat", "into_lon")
    lines = [(desk.id, one.id, one.name, one.unit, one.lat, one.lon, *figure) for desk, one in pairs]
    write_table(home / f"{code}_merge.csv", columns, lines)


def _pool(code: str) -> str:
    return f"merge_table: {{file: {code}_merge.csv, move_staff: true}}"


def _offer(sites: list[str], services: list[str]) -> str:
    return f"offer: {{sites: [{', '.join(sites)}], services: [{', '.join(services)}]}}"


def _staff(sites: list[str], number: str) -> str:
    return (
        f"set_staff: {{sites: [{', '.join(sites)}], {number}, all_skills: true, match_counters: true, "
        f"usual_shift: {FULL_DAY}}}"
    )


def _write(
    home: Path, code: str, name: tuple[str, str], figure: tuple[str, str], changes: list[str], base: str = "base"
) -> None:
    """Write one scenario file; long lists are folded."""
    head = [
        f"id: {code}",
        f'name: {{vi: "{name[0]}", en: "{name[1]}"}}',
        f"base: {base}",
        f"label: {figure[0]}",
        f'source: "{figure[1]}"',
    ]
    body = ["changes: []"] if not changes else ["changes:", *(_folded(change) for change in changes)]
    write_text(home / f"{code}.yaml", "\n".join([*head, *body]) + "\n")


def _folded(change: str) -> str:
    return textwrap.fill(
        change, 110, initial_indent="  - ", subsequent_indent="      ", break_long_words=False, break_on_hyphens=False
    )
