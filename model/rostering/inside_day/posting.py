"""The day as a constraint model: a place in every slot, a moment for every break, and who serves what."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

from model.clock import Interval
from model.rostering.inside_day.question import BLOCK_MINUTES, CHANGE, MOVED, DayQuestion, Post

Places = Sequence[Mapping[str, IntVar]]


class DayModel:
    """The decisions of one day: ``at`` by post, slot of its shift and place; ``pause`` by post, break and moment."""

    def __init__(self, question: DayQuestion) -> None:
        self.model, self.question = CpModel(), question
        self.slots = [post.slots(question.grid) for post in question.posts]
        self.at = [self._sit(post, slots) for post, slots in zip(question.posts, self.slots, strict=True)]
        self.pause = [self._rest(post) for post in question.posts]
        self._changed = [self._change(number) for number in range(len(question.posts))]
        self._hold_counters()
        served = [self._serve(slot, needs) for slot, needs in question.needs.items()]
        self.model.minimize(self._cost(served))

    def _sit(self, post: Post, slots: Sequence[Interval]) -> Places:
        rows = []
        for _ in slots:
            row = {place: self.model.new_bool_var(place) for place in post.places}
            self.model.add_exactly_one(row.values())
            for place, decision in row.items():
                self.model.add_hint(decision, place == post.home)
            rows.append(row)
        return rows

    def _rest(self, post: Post) -> list[dict[Interval, IntVar]]:
        found = []
        for moments in post.pauses:
            row = {moment: self.model.new_bool_var(str(moment)) for moment in moments}
            self.model.add_exactly_one(row.values())
            for moment, decision in row.items():
                self.model.add_hint(decision, moment == moments[0])
            found.append(row)
        return found

    def _change(self, number: int) -> list[IntVar]:
        """Return whether the person changes at the start of each slot but the first; changes lie well apart."""
        slots, rows = self.slots[number], self.at[number]
        span = self.question.posts[number].shift.span
        changed = []
        for slot, (before, after) in zip(slots[1:], pairwise(rows), strict=True):
            change = self.model.new_bool_var("change")
            for place, decision in after.items():
                self.model.add(decision - before[place] <= change)
            if min(slot.start - span.start, span.end - slot.start) < BLOCK_MINUTES:
                self.model.add(change == 0)
            for decision in self._pausing(number, Interval(slot.start, slot.start + 1)):
                self.model.add_implication(decision, ~change)
            changed.append(change)
        for one, first in zip(changed, slots[1:], strict=True):
            near = (two for two, slot in zip(changed, slots[1:], strict=True) if self._near(first, slot))
            for two in near:
                self.model.add_at_most_one(one, two)
        return changed

    @staticmethod
    def _near(one: Interval, two: Interval) -> bool:
        return 0 < two.start - one.start < BLOCK_MINUTES

    def _pausing(self, number: int, when: Interval) -> list[IntVar]:
        """Return the decisions that put a break of the post into a stretch."""
        return [decision for row in self.pause[number] for moment, decision in row.items() if moment.overlaps(when)]

    def _hold_counters(self) -> None:
        """Keep no more people at a place than it has counters; breaks do not free a counter."""
        for minute in sorted({slot.start for slots in self.slots for slot in slots}):
            rows = [
                row
                for slots, places in zip(self.slots, self.at, strict=True)
                for slot, row in zip(slots, places, strict=True)
                if slot.holds(minute)
            ]
            for place in self.question.places.values():
                self.model.add(
                    LinearExpr.sum([row[place.id] for row in rows if place.id in row]) <= len(place.counters)
                )

    def _serve(self, slot: Interval, needs: Mapping[str, int]) -> LinearExpr:
        """Return how many needs of a slot are served; each person there serves one skill."""
        presence = [self._present(number, slot) for number in range(len(self.question.posts))]
        into: dict[str, list[IntVar]] = {skill: [] for skill in needs}
        for number, row in enumerate(presence):
            out = []
            for skill in needs:
                seats = self._for_skill(number, row, skill)
                if seats:
                    serves = self.model.new_bool_var(skill)
                    self.model.add(serves <= LinearExpr.sum(seats))
                    into[skill].append(serves)
                    out.append(serves)
            self.model.add_at_most_one(out)
        for skill, people in into.items():
            self.model.add(LinearExpr.sum(people) <= needs[skill])
        self._keep_presence(slot, presence)
        return LinearExpr.sum([one for people in into.values() for one in people])

    def _present(self, number: int, slot: Interval) -> Mapping[str, IntVar]:
        """Return, by place, whether a person is there through the whole slot."""
        post = self.question.posts[number]
        if not post.shift.span.covers(slot):
            return {}
        rows = [row for one, row in zip(self.slots[number], self.at[number], strict=True) if one.overlaps(slot)]
        pausing, found = self._pausing(number, slot), {}
        for place in post.places:
            found[place] = self.model.new_bool_var(f"there at {place}")
            for row in rows:
                self.model.add_implication(found[place], row[place])
            for decision in pausing:
                self.model.add_implication(found[place], ~decision)
        return found

    def _for_skill(self, number: int, row: Mapping[str, IntVar], skill: str) -> list[IntVar]:
        post = self.question.posts[number]
        return [decision for place, decision in row.items() if skill in self.question.profile(post, place)]

    def _keep_presence(self, slot: Interval, presence: Sequence[Mapping[str, IntVar]]) -> None:
        """Keep what the rule of least presence asks for, as far as the roster has it."""
        question = self.question
        for skill in question.problem.skills:
            usual = sum(
                any(work.covers(slot) for work in post.shift.work) and skill in question.profile(post, post.home)
                for post in question.posts
            )
            least = min(question.problem.instance.settings.min_present, usual)
            if least:
                able = (self._for_skill(number, row, skill) for number, row in enumerate(presence))
                self.model.add(LinearExpr.sum([one for people in able for one in people]) >= least)

    def _cost(self, served: Iterable[LinearExpr]) -> LinearExpr:
        question = self.question
        asked = sum(sum(needs.values()) for needs in question.needs.values())
        moved = [
            decision
            for post, rows in zip(question.posts, self.pause, strict=True)
            for moments, row in zip(post.pauses, rows, strict=True)
            for moment, decision in row.items()
            if moment != moments[0]
        ]
        changes = [change for row in self._changed for change in row]
        short = asked - LinearExpr.sum(list(served))
        return question.shortage * short + CHANGE * LinearExpr.sum(changes) + MOVED * LinearExpr.sum(moved)
