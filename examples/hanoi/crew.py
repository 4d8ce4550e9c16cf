"""The invented staff of the example ``branch``: names, skills, contracts, leave and wishes are all made up."""

from dataclasses import dataclass
from pathlib import Path

from tables import ASSUMPTION, Cell, write_table

SITE = "CN07"
COUNTERS = 11
# Rule B9: doors for land only; the others serve everything.
LAND_COUNTERS = 8
INVENTED = "invented: nobody of this name is meant (B10)"


@dataclass(frozen=True, slots=True)
class Member:
    """An invented member of staff: contract hours, usual shift and skills as ``skill: (speed, preference)``."""

    name: str
    hours: int
    usual: str
    skills: dict[str, tuple[float, int]]


def _land(speed: float = 1.0, preference: int = 1) -> dict[str, tuple[float, int]]:
    return {"dat_dai": (speed, preference)}


def _general(speed: float = 1.0, preference: int = 1) -> dict[str, tuple[float, int]]:
    return {"tong_hop": (speed, preference)}


def _building(speed: float = 1.0, preference: int = 1) -> dict[str, tuple[float, int]]:
    return {"xay_dung": (speed, preference)}


# Five whole-day officers; twelve seconded for half of their time; one reserve officer (Decree 61/2018, art. 12.8).
CREW = (
    Member("Nguyễn Văn An", 40, "HC", _land() | _general(0.9, 2)),
    Member("Trần Thị Bình", 40, "HN", _land(1.1)),
    Member("Lê Văn Cường", 40, "HC", _land(0.95) | _building(0.9, 2)),
    Member("Phạm Thị Dung", 40, "HC", _general() | _land(0.8, 2)),
    Member("Hoàng Văn Giang", 40, "HC", _building() | _general(0.9, 2)),
    Member("Vũ Thị Hạnh", 20, "S", _land()),
    Member("Đặng Văn Khoa", 20, "S", _land(1.05)),
    Member("Bùi Thị Lan", 20, "S", _land(0.9)),
    Member("Đỗ Văn Minh", 20, "S", _land()),
    Member("Hồ Thị Nga", 20, "S", _land(1.1) | _general(0.9, 2)),
    Member("Ngô Văn Phúc", 20, "S", _general(1.1) | _land(0.8, 2)),
    Member("Dương Thị Quyên", 20, "C", _land()),
    Member("Lý Văn Sơn", 20, "C", _land(0.95)),
    Member("Phan Thị Tâm", 20, "C", _land()),
    Member("Trịnh Văn Uy", 20, "C", _land(1.05) | _building(0.9, 2)),
    Member("Mai Thị Vân", 20, "C", _land()),
    Member("Cao Văn Xuân", 20, "C", _general() | _land(0.8, 2)),
    Member("Đinh Thị Yến", 20, "C", _general(0.9) | _land(0.9, 2) | _building(0.9, 3)),
)

# Rule B13: two who lead, two seniors; the seconded come from the office of their first skill for eighteen months.
RANKS = {1: "supervisor", 4: "supervisor", 3: "senior", 5: "senior"}
OFFICES = {"dat_dai": "Văn phòng Đăng ký đất đai", "tong_hop": "Sở Tư pháp", "xay_dung": "Sở Xây dựng"}
SECONDED, TERM = range(6, 19), ("2026-03-01", "2027-08-31")

# Member number, then the columns of the file.
LIMITS = (
    (2, "child_under_12_months", "2026-05-12", "2027-05-11"),
    (8, "pregnant", "2026-10-01", "2027-01-15"),
)
LEAVE = (
    (6, "2026-11-23", "2026-11-27", "annual"),
    (9, "2026-11-25", "2026-11-27", "training"),
    (14, "2026-11-27", "2026-11-27", "annual"),
    (1, "2026-12-03", "2026-12-04", "annual"),
)
WISHES = (
    (3, "2026-11-27", "SD", 1),
    (4, "2026-11-26", "HC", 1),
    (7, "2026-11-27", "off", 2),
    (11, "2026-11-26", "C", 1),
    (12, "2026-11-25", "off", 1),
    (15, "2026-11-26", "S", 2),
    (17, "2026-11-23", "off", 1),
)


def code(number: int) -> str:
    """Return the id of a member of staff."""
    return f"NV{number:02d}"


def _seconded(at: int, one: Member) -> tuple[str, str, str]:
    """Return the agency and the dates of the secondment, empty for the branch's own people."""
    return (OFFICES[next(iter(one.skills))], *TERM) if at in SECONDED else ("", "", "")


def write_crew(folder: Path) -> None:
    """Write staff, staff_skills, terms, limits, leave, wishes and counters."""
    people = list(enumerate(CREW, start=1))
    staff: list[tuple[Cell, ...]] = [
        (code(at), one.name, SITE, one.hours, one.usual, "no" if one.hours == 40 else "yes", ASSUMPTION, INVENTED)
        for at, one in people
    ]
    write_table(folder / "staff.csv", ("staff", "name", "site", "weekly_hours", "usual_shift", "part_time"), staff)
    skills: list[tuple[Cell, ...]] = [
        (code(at), skill, speed, preference, ASSUMPTION, INVENTED)
        for at, one in people
        for skill, (speed, preference) in one.skills.items()
    ]
    write_table(folder / "staff_skills.csv", ("staff", "skill", "speed", "preference"), skills)
    terms = [
        (code(at), RANKS.get(at, "officer"), *_seconded(at, one), ASSUMPTION, "invented: B13") for at, one in people
    ]
    write_table(folder / "terms.csv", ("staff", "rank", "agency", "from", "to"), terms)
    for name, columns, lines in (
        ("limits", ("staff", "limit", "from", "to"), LIMITS),
        ("leave", ("staff", "from", "to", "kind"), LEAVE),
        ("wishes", ("staff", "date", "shift", "weight"), WISHES),
    ):
        write_table(folder / f"{name}.csv", columns, [(code(at), *rest, ASSUMPTION, INVENTED) for at, *rest in lines])
    source = "11 counters: vietnam.vn ha-noi-dieu-chinh-dia-diem; what each serves: rule B9"
    counters: list[tuple[Cell, ...]] = [
        (f"{SITE}-Q{at:02d}", SITE, "field:vpdk_dat_dai" if at <= LAND_COUNTERS else "*", ASSUMPTION, source)
        for at in range(1, COUNTERS + 1)
    ]
    write_table(folder / "counters.csv", ("counter", "site", "services"), counters)
