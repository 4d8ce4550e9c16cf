"""Lending couples the sites: people go where their absence at home costs less than their help is worth.

Round by round, each site in need is joined with sites near by that can spare people; all sites of such a group are
rostered anew, and the loans stand when the group becomes cheaper by more than the travelling. Groups of one round
share no site, so they are tried side by side. A group that did not gain is tried with half the loans.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import ceil

from scenarios.city.loan import Loan, lacking, lenders
from scenarios.city.pool import Question, answers
from scenarios.city.site import SiteAnswer, SiteTask

# A site without any lawful roster is worse than every roster.
NO_ROSTER = 10**9
# The hours one loan is taken to bring in a week, to guess how many are worth trying.
HOURS_A_LOAN = 32


@dataclass(frozen=True, slots=True)
class Terms:
    """``willing`` gives by person the longest way in minutes; ``price`` is points an hour on the way."""

    willing: Mapping[str, float]
    price: float
    rounds: int = 3
    workers: int = 1


@dataclass
class Lending:
    """The state between rounds: the best answer of each site and the loans that stand."""

    question: Question
    efforts: Mapping[str, float]
    terms: Terms
    best: dict[str, SiteAnswer]
    loans: list[Loan] = field(default_factory=list)
    failed: dict[str, int] = field(default_factory=dict)

    def run(self, on_round: Callable[[int, int], None] | None = None) -> None:
        """Play the rounds; ``on_round`` hears the number of the round and of the groups that are tried."""
        for number in range(1, self.terms.rounds + 1):
            groups = self._groups()
            if not groups:
                return
            if on_round is not None:
                on_round(number, len(groups))
            self._try(groups)

    def _groups(self) -> list[list[Loan]]:
        """Return the loans to try, one list a site in need, most shortage first; no site is in two lists."""
        used: set[str] = set()
        groups = []
        needy = [one for one in self.best.values() if one.solution is None or one.shortage]
        order = sorted(needy, key=lambda one: (one.solution is not None, -one.shortage, one.site))
        for one in order:
            # Whether a site can spare somebody is decided by what its roster costs then.
            better = {
                site
                for site, other in self.best.items()
                if other.solution and (one.solution is None or other.shortage < one.shortage)
            }
            group = [] if one.site in used else self._group(one, better - used)
            if group:
                groups.append(group)
                used |= {one.site, *(loan.home for loan in group)}
        return groups

    def _group(self, needy: SiteAnswer, spare: set[str]) -> list[Loan]:
        lack = lacking(self.question.instance, needy, self.hosts)
        if needy.site not in self.failed:
            wanted = max(ceil(hours / HOURS_A_LOAN) for hours in lack.values()) if lack else 0
        else:
            wanted = self.failed[needy.site] // 2
        lent = {loan.person for loan in self.loans}
        willing = {name: limit for name, limit in self.terms.willing.items() if name not in lent}
        homes: set[str] = set()
        group: list[Loan] = []
        for loan in lenders(self.question.instance, needy.site, set(lack), willing, spare):
            # One person a home and round: whether it can spare a second shows only afterwards.
            if loan.home not in homes and len(group) < wanted:
                homes.add(loan.home)
                group.append(loan)
        return group

    @property
    def hosts(self) -> Mapping[str, str]:
        """The site of everybody who is lent."""
        return {loan.person: loan.host for loan in self.loans}

    def _try(self, groups: list[list[Loan]]) -> None:
        """Roster all sites of all groups with their loans, and keep the groups that gained."""
        hosts = {**self.hosts, **{loan.person: loan.host for group in groups for loan in group}}
        sites = sorted({site for group in groups for loan in group for site in (loan.home, loan.host)})
        tasks = [SiteTask(one, self.efforts[one], hosts, self.best[one].requirement) for one in sites]
        found = {one.site: one for one in answers(self.question, tasks, self.terms.workers)}
        for group in groups:
            touched = {site for loan in group for site in (loan.home, loan.host)}
            after = {site: found[site] for site in touched}
            before = {site: self.best[site] for site in touched}
            if cost(after) + self._travel(group, after) < cost(before):
                self.best.update(after)
                self.loans += group
                self.failed.pop(group[0].host, None)
            else:
                self.failed[group[0].host] = len(group)

    def _travel(self, group: list[Loan], found: Mapping[str, SiteAnswer]) -> int:
        hosts = ((loan, found[loan.host].solution) for loan in group)
        return sum(loan.points(solution.roster, self.terms.price) for loan, solution in hosts if solution)


def cost(found: Mapping[str, SiteAnswer]) -> int:
    """Return the points over some sites; none without a lawful roster is ever worth it."""
    return sum(one.solution.cost if one.solution else NO_ROSTER for one in found.values())
