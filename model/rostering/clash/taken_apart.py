"""Every rule of the catalogue in one model, each fact under a literal of its own, without the rules knowing.

A rule posts its constraints as ever. What it posted is then taken apart: constraints that share a helping variable
belong to one fact, and the decisions in them tell whom and when the fact concerns. So a new rule of the catalogue
needs nothing for being explained.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import ConstraintProto

from model.rostering.clash.fact import Fact
from model.rostering.problem import RosterProblem
from model.rostering.rule import Rule
from model.rostering.variables import Works

Cell = tuple[str, date]


class TakenApart:
    """A model in which each fact of each rule holds as far as its literal is true."""

    def __init__(self, problem: RosterProblem, rules: Iterable[Rule]) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.works = Works(self.model, problem)
        # Whether somebody works at all is made when first asked for: it must not become a fact of whoever asks first.
        for person, day in product(problem.people, problem.dates):
            self.works.duty(person, day)
        self._cells = dict(_decisions(self.works, problem))
        self._literals: dict[Fact, cp_model.IntVar] = {}
        self._posted: dict[int, Fact] = {}
        # What the decisions mean is posted with them and is no fact.
        self._given = len(self.model.proto.constraints)
        self._seen = [{self._cells[i] for i in _variables(one)} for one in self.model.proto.constraints]
        for rule in rules:
            before = len(self.model.proto.constraints)
            rule.post(self.model, self.works, problem)
            self._take(rule, range(before, len(self.model.proto.constraints)))

    @property
    def facts(self) -> Mapping[Fact, cp_model.IntVar]:
        """Return the literal of each fact, in the order of the catalogue."""
        return self._literals

    def narrowed(self, facts: Collection[Fact]) -> cp_model.CpModel:
        """Return a copy with these facts alone, nobody working but where they look: quick to ask."""
        model, kept, cells = self.model.clone(), set(facts), self.touched(facts)
        # The message lives as long as its model does.
        blank = cp_model.CpModel()
        nothing = blank.proto.constraints.add()
        for place, one in enumerate(model.proto.constraints):
            if self._posted[place] not in kept if place >= self._given else not self._seen[place] & cells:
                one.copy_from(nothing)
        for index, cell in self._cells.items():
            if cell not in cells:
                _fix(model, index, 0)
        return model

    def fixed(self, model: cp_model.CpModel, facts: Collection[Fact], value: bool) -> None:
        """Keep some facts of a model for good, or give them up."""
        for fact in facts:
            _fix(model, self._literals[fact].index, int(value))

    @staticmethod
    def touched(facts: Collection[Fact]) -> set[Cell]:
        """Return the people and dates some facts look at."""
        return {(person, day) for fact in facts for person in fact.people for day in fact.dates}

    def _take(self, rule: Rule, posted: range) -> None:
        open_variables = {
            place: {i for i in _variables(self.model.proto.constraints[place]) if not _constant(self.model, i)}
            for place in posted
        }
        parts = _parts(open_variables, self._cells)
        for row, (places, indices) in enumerate(parts):
            cells = {self._cells[index] for index in indices if index in self._cells}
            people = tuple(sorted({person for person, _ in cells}))
            fact = Fact(rule.id, people, tuple(sorted({day for _, day in cells})), row if len(people) > 1 else 0)
            if fact not in self._literals:
                self._literals[fact] = self.model.new_bool_var(f"{rule.id} {people} {row}")
            for place in places:
                self._posted[place] = fact
                self.model.proto.constraints[place].enforcement_literal.append(self._literals[fact].index)


def _decisions(works: Works, problem: RosterProblem) -> Iterator[tuple[int, Cell]]:
    """Yield the person and date of each decision's index."""
    for cell, decision in works.decisions():
        yield decision.index, cell
    for cell in product(problem.people, problem.dates):
        yield works.duty(*cell).index, cell


def _fix(model: cp_model.CpModel, index: int, value: int) -> None:
    domain = model.proto.variables[index].domain
    domain[0] = domain[1] = value


def _constant(model: cp_model.CpModel, index: int) -> bool:
    domain = model.proto.variables[index].domain
    return len(domain) == 2 and domain[0] == domain[1]


def _parts(posted: Mapping[int, set[int]], cells: Mapping[int, Cell]) -> list[tuple[list[int], set[int]]]:
    """Join the constraints that share a variable which is no decision; return each part with its variables."""
    parts: list[tuple[list[int], set[int]]] = []
    home: dict[int, int] = {}
    for place, indices in posted.items():
        helpers = {index for index in indices if index not in cells}
        near = sorted({home[index] for index in helpers if index in home})
        target = near[0] if near else len(parts)
        if not near:
            parts.append(([], set()))
        for other in near[1:]:
            parts[target][0].extend(parts[other][0])
            parts[target][1].update(parts[other][1])
            home.update(dict.fromkeys((i for i in parts[other][1] if i not in cells), target))
            parts[other] = ([], set())
        parts[target][0].append(place)
        parts[target][1].update(indices)
        home.update(dict.fromkeys(helpers, target))
    return [part for part in parts if part[0]]


def _variables(one: ConstraintProto) -> set[int]:
    """Return the indices of the variables of a constraint, negations taken off."""
    found = list(one.enforcement_literal)
    for kind in ("bool_or", "bool_and", "at_most_one", "exactly_one", "bool_xor"):
        if getattr(one, f"has_{kind}")():
            found += getattr(one, kind).literals
    if one.has_linear():
        found += one.linear.vars
    if one.has_lin_max():
        for term in (one.lin_max.target, *one.lin_max.exprs):
            found += term.vars
    if one.has_table():
        found += [index for term in one.table.exprs for index in term.vars]
    if one.has_automaton():
        found += [index for term in one.automaton.exprs for index in term.vars]
    return {index if index >= 0 else -index - 1 for index in found}
