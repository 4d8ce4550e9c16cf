"""The same administration with another number of people at some sites, of the mix each site has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from model.centre import Counter
from model.free_codes import free_codes
from model.index import SiteIndex, index_sites
from model.instance import Instance
from model.staff import Person, Skill


def with_people(instance: Instance, wanted: Mapping[str, int]) -> Instance:
    """Return the administration with so many people at each named site, and a counter for each of them.

    Fewer people: those who stay cover every skill first and keep the mix. More: the mix is repeated as posts not yet
    filled. Counters are added where there would be fewer than people; none is taken away.
    """
    index = index_sites(instance)
    staff = {code: one for code, one in instance.staff.items() if one.site not in wanted}
    counters = dict(instance.counters)
    for site, number in wanted.items():
        staff.update((one.id, one) for one in _people(instance, index, site, number))
        missing = max(0, number - len(index.counters[site]))
        codes = tuple(islice(free_codes(f"{site}-Q", counters), missing))
        counters.update((code, Counter(code, site, index.offers[site])) for code in codes)
    return replace(instance, staff=staff, counters=counters)


def _people(instance: Instance, index: SiteIndex, site: str, number: int) -> Iterator[Person]:
    """Yield the first ``number`` of the site's people in order of use, then copies of them in turn."""
    own = in_order_of_use(index.people[site])
    yield from own[:number]
    models = own or [_anybody(instance, index, site)]
    posts = islice(free_codes(f"{site}-P", instance.staff), max(0, number - len(own)))
    for place, code in enumerate(posts):
        yield replace(models[place % len(models)], id=code, name=code, limits=())


def in_order_of_use(people: Sequence[Person]) -> list[Person]:
    """Order people so that every beginning of the list covers the skills and then keeps the mix as well as it can."""
    rest, covered, first = list(people), set[str](), []
    while rest:
        best = max(rest, key=lambda one: len(one.skills.keys() - covered))
        if not best.skills.keys() - covered:
            break
        first.append(best)
        rest.remove(best)
        covered |= best.skills.keys()
    place = _spread(rest)
    return first + sorted(rest, key=lambda one: place[one.id])


def _spread(people: Sequence[Person]) -> dict[str, float]:
    """Return for each person where their like would stand if each kind were spread evenly over the list."""
    kinds: dict[tuple[frozenset[str], str], list[Person]] = {}
    for one in people:
        kinds.setdefault((frozenset(one.skills), one.usual_shift), []).append(one)
    return {one.id: (place + 0.5) / len(alike) for alike in kinds.values() for place, one in enumerate(alike)}


def _anybody(instance: Instance, index: SiteIndex, site: str) -> Person:
    """Return the kind of person a site without staff would get: every skill it needs, the first shift, a full week."""
    skills = sorted({instance.services[service].skill for service in index.offers[site]})
    shift = next((one.usual_shift for one in instance.staff.values()), next(iter(instance.shifts), ""))
    return Person("", "", site, {name: Skill(name) for name in skills}, instance.labour.full_week_minutes, shift)
