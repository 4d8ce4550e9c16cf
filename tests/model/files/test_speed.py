"""A whole city is read in about two seconds of one core."""

import time

import pytest

UNITS, STAFF, SERVICES = 540, 2768, 13


@pytest.fixture
def city(bench):
    """Write 7,020 rows of demand, 2,768 staff with two skills each, and 2,700 counters at 540 sites."""
    services = [f"dv{at}" for at in range(SERVICES)]
    bench.write(
        "services.csv",
        "service,name_vi,field,level,skill\n"
        + "".join(f"{one},Dịch vụ {one},f,commune,k{at % 2}\n" for at, one in enumerate(services)),
    )
    bench.edit("channels.csv", "dat_dai,0.2,0.4,0,,,,\n", "")
    bench.edit("minutes.csv", "dat_dai,", "dv1,")
    bench.edit("motcua.yaml", "services: {Hộ tịch: nearest}", "services: {}")
    units = [f"{at:05d}" for at in range(UNITS)]
    bench.write(
        "units.csv",
        "unit,name,lat,lon,population\n" + "".join(f"{u},Phường {u},21.01,105.8,9000\n" for u in units),
    )
    bench.write(
        "demand.csv",
        "unit,service,dossiers_per_day,label,source\n"
        + "".join(f"{u},{s},1.25,assumption,giả định theo dân số\n" for u in units for s in services),
    )
    bench.write("sites.csv", "site,name,unit,lat,lon\n" + "".join(f"S{u},Điểm {u},{u},21.01,105.8\n" for u in units))
    counters = "".join(f"S{u}-{q},S{u},*\n" for u in units for q in range(5))
    bench.write("counters.csv", "counter,site,services\n" + counters)
    people = [f"NV{at:04d}" for at in range(STAFF)]
    bench.write(
        "staff.csv",
        "staff,name,site,weekly_hours,usual_shift\n"
        + "".join(f"{p},Nguyễn Văn {p},S{units[at % UNITS]},40,HC\n" for at, p in enumerate(people)),
    )
    bench.write("staff_skills.csv", "staff,skill,speed\n" + "".join(f"{p},k0,1\n{p},k1,0.9\n" for p in people))
    for name in ("limits", "leave", "wishes", "catchment", "roster", "opening"):
        bench.remove(f"{name}.csv")
    for path in (bench.folder / "scenarios").iterdir():
        path.unlink()
    return bench


def test_a_city_is_read_in_two_seconds(city):
    begun = time.process_time()
    instance = city.read()
    spent = time.process_time() - begun
    assert (len(instance.demand.rows), len(instance.staff), len(instance.counters)) == (7020, 2768, 2700)
    assert spent < 3.0


def test_a_city_full_of_mistakes_is_told_as_fast(city):
    """Each of 540 unknown units is looked up among 540 known ones for a suggestion."""
    city.write("demand.csv", city.text("demand.csv").replace("\n0", "\nX"))
    begun = time.process_time()
    problems = city.problems()
    assert time.process_time() - begun < 6.0
    assert sum(one.count for one in problems if one.code == "E211") == 7020
