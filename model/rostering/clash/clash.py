"""The clashes of a week: small sets of facts that cannot all hold, and what giving up each of them would mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.rostering.catalogue import RULES
from model.rostering.clash.asking import Asking
from model.rostering.clash.fact import Fact
from model.rostering.clash.shrink import shrunk
from model.rostering.clash.taken_apart import TakenApart
from model.rostering.problem import RosterProblem
from model.rostering.rule import Breach, Rule

# Clashes that share nothing, told at most; the first ones nearly always tell the story.
MOST = 8


@dataclass(frozen=True, slots=True)
class Given:
    """A fact of a clash, and the breaches there would be if it were given up and all others of the clash kept."""

    fact: Fact
    breaches: tuple[Breach, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Facts that cannot all hold; without any one of them the others can.

    ``minimal`` is false where time was too short to be sure that none can be spared.
    """

    given: tuple[Given, ...]
    minimal: bool


@dataclass(frozen=True, slots=True)
class Clashes:
    """The clashes found, no fact in two of them.

    ``possible`` tells whether a lawful roster exists: None where that was not found out. ``more`` whether there are
    more clashes than told.
    """

    clashes: tuple[Clash, ...]
    possible: bool | None
    more: bool = False


def find_clashes(problem: RosterProblem, *, seed: int = 1, rules: Sequence[Rule] = RULES, most: int = MOST) -> Clashes:
    """Find out whether all rules can be kept, and if not, why not: a smallest set of facts, then those beside it."""
    apart = TakenApart(problem, rules)
    asking, left = Asking(apart, seed), set(apart.facts)
    found: list[Clash] = []
    reply = asking.ask(left)
    while reply.together is False and len(found) < most:
        found.append(_clash(asking, apart, reply.core, rules))
        left -= {one.fact for one in found[-1].given}
        reply = asking.ask(left)
    possible = False if found else reply.together
    return Clashes(tuple(found), possible, more=bool(found) and reply.together is False)


def _clash(asking: Asking, apart: TakenApart, core: frozenset[Fact], rules: Sequence[Rule]) -> Clash:
    facts, minimal = shrunk(asking.about(core), core)
    return Clash(tuple(_given(asking, apart, facts, one, rules) for one in facts), minimal)


def _given(asking: Asking, apart: TakenApart, facts: tuple[Fact, ...], one: Fact, rules: Sequence[Rule]) -> Given:
    """Give one fact up and let the judge's side of its rule say what is broken then.

    A row of a rule is told from its siblings, which are kept where they can be.
    """
    siblings = () if one.person else tuple(other for other in apart.facts if other.rule == one.rule and other != one)
    kept = [fact for fact in facts if fact != one]
    roster = asking.about([*facts, *siblings]).least(kept, siblings)
    if roster is None:
        return Given(one, ())
    rule = next(rule for rule in rules if rule.id == one.rule)
    return Given(one, tuple(breach for breach in rule.broken(roster, apart.problem) if one.concerns(breach)))
