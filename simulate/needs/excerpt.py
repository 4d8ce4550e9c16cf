"""Cut some sites out of an administration, with exactly the citizens who come to them."""

from collections.abc import Collection
from dataclasses import replace

from model.attendance import attending
from model.instance import Instance


def excerpt(instance: Instance, sites: Collection[str]) -> Instance:
    """Return a smaller administration in which the same citizens attend the named sites and nobody else lives.

    Every attendance rule takes the first or the nearest of the sites that offer a service, so leaving out sites that
    were not chosen changes no choice; and a citizen's luck hangs on their row of demand alone.
    """
    chosen = attending(instance)
    rows = tuple(row for row in instance.demand.rows if chosen[row.unit, row.service] in sites)
    units: set[str] = set()
    for code in {row.unit for row in rows}:
        while code in instance.units and code not in units:
            units.add(code)
            code = instance.units[code].parent
    return replace(
        instance,
        units={code: unit for code, unit in instance.units.items() if code in units},
        demand=replace(instance.demand, rows=rows),
        sites={code: site for code, site in instance.sites.items() if code in sites},
        counters={code: one for code, one in instance.counters.items() if one.site in sites},
        staff={code: one for code, one in instance.staff.items() if one.site in sites},
    )
