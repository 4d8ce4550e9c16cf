"""A small invented bureau: two sites, two skills, three services, four people."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from model.centre import Counter, Site
from model.geography import Unit
from model.instance import Instance
from model.services import LawKind

PEOPLE = (("a", "land", "N"), ("b", "land", "N"), ("c", "desk", "N"), ("d", "desk", "K"))


@pytest.fixture
def bureau(office: Callable[..., Instance], kit: Any) -> Instance:
    """Return the bureau: at N two for land and one at the desk, at K one at the desk; Monday is busier."""
    land = kit.service("land", kit.law(14, LawKind.LOGNORMAL, 0.7))
    paper = replace(kit.service("paper", kit.law(6, LawKind.LOGNORMAL, 0.7)), skill="desk")
    seal = replace(kit.service("seal", kit.law(4, LawKind.LOGNORMAL, 0.7)), skill="desk")
    every = frozenset({"land", "paper", "seal"})
    built = office(
        (land, paper, seal),
        [kit.person(name, skill, site=site) for name, skill, site in PEOPLE],
        rows=[("u", "land", 60.0), ("u", "paper", 30.0), ("u", "seal", 10.0), ("v", "paper", 40.0)],
        shifts=(kit.shift("day", "08:00-16:00", "12:00-13:00"),),
        opening="08:00-12:00 13:00-16:00",
        profile="08:00-12:00 13:00-16:00",
        counters=[Counter(f"N{at}", "N", every) for at in range(4)]
        + [Counter(f"K{at}", "K", frozenset({"paper"})) for at in range(2)],
        sites=(Site("N", "N", "u", 21.0, 105.8), Site("K", "K", "v", 21.2, 105.8)),
        units=(Unit("u", "u", 21.0, 105.8, 1), Unit("v", "v", 21.2, 105.8, 1)),
        dates=[kit.monday + timedelta(days=at) for at in range(7)],
    )
    return replace(built, demand=replace(built.demand, weekday_factors={0: 1.2}))
