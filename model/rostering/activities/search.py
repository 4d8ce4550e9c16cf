"""Annealing over whole weeks: a few people leave, and each takes the cheapest week for what is then still wanted.

The cheapest week is exact, so for one person there is nothing left to mend; a little noise in the prices, and a plan
now and then taken though it is worse, lead on to plans that several people must change together.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp

from numpy.random import Generator, default_rng

from model.activity_plan import ActivityInstance, Plan
from model.rostering.activities.crew import Crew
from model.rostering.activities.week import Weeks
from model.rostering.neighbourhood.stop import Stop

MISSING, DEAREST, PATIENCE = 20, 5000, 300
WARMTH = 3.0
MOST_FREED = 3
# In parts of a point: from ties alone to more than a person too many.
NOISES = (0, 8, 32, 96)

Watch = Callable[[int, int], None]


@dataclass
class Search:
    """A search under way, with the best plan so far: fewest uncovered quarter hours, then fewest points."""

    instance: ActivityInstance
    random: Generator
    watch: Watch | None = None
    crew: Crew = field(init=False)
    weeks: Weeks = field(init=False)
    best: Plan = field(default_factory=dict)
    reached: tuple[int, int] = (10**9, 10**9)

    def __post_init__(self) -> None:
        self.crew, self.weeks = Crew(self.instance, MISSING), Weeks(self.instance)

    def build(self) -> None:
        """Let everybody join, whoever owes most first; a person whose contract no week fits stays away."""
        people = self.instance.people
        for person in sorted(range(len(people)), key=lambda at: -people[at].least):
            self.join(person, NOISES[1])
        self.note()

    def join(self, person: int, noise: int) -> None:
        """Give a person the cheapest week beside all others."""
        prices = self.crew.prices(self.random.integers(-noise, noise + 1, self.crew.there.shape))
        self.crew.put(person, self.weeks.cheapest(prices, self.instance.people[person]))

    def step(self, warmth: float) -> None:
        """Let a few people decide anew, and go back when the plan is worse by more than the warmth bears."""
        many = min(len(self.crew.doing), int(self.random.integers(1, MOST_FREED + 1)))
        who = [int(one) for one in self.random.permutation(len(self.crew.doing))[:many]]
        before, weeks = self.crew.points, [self.crew.doing[person] for person in who]
        for person in who:
            self.crew.put(person, None)
        for person in who:
            self.join(person, NOISES[int(self.random.integers(len(NOISES)))])
        worse = self.crew.points - before
        if worse > 0 and self.random.random() >= exp(-worse / max(warmth, 1e-9)):
            for person, week in zip(who, weeks, strict=True):
                self.crew.put(person, week)
        elif worse < 0:
            self.note()

    def note(self) -> None:
        """Keep the plan when it is the best so far."""
        now = (self.crew.uncovered, self.crew.excess)
        if now < self.reached:
            self.reached, self.best = now, self.crew.plan()
            if self.watch:
                self.watch(*now)


def search(instance: ActivityInstance, *, seed: int, stop: Stop, rounds: int, watch: Watch | None = None) -> Plan:
    """Return the best plan found in so many rounds, or until the stop where that has a clock.

    ``watch`` hears the uncovered quarter hours and the points of each better plan.
    """
    run = Search(instance, default_rng(seed), watch)
    run.build()
    # After building: what compiling took is not the search's.
    whole, turn = stop.seconds_left(), 0
    while run.reached > (0, instance.least_excess) and not stop.now():
        left = stop.seconds_left()
        share = 1 - turn / rounds if left is None or whole is None else left / whole
        if share <= 0:
            break
        run.step(WARMTH * share)
        turn += 1
        if turn % PATIENCE == 0 and run.reached[0]:
            run.crew.missing = min(DEAREST, run.crew.missing * 2)
    return run.best
