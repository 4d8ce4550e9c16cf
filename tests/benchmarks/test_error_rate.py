"""How often a certificate is wrong: plans made at the margin, certified at 95 %, judged by a long run on other days."""

from collections import Counter

import pytest
from scipy.stats import binomtest

from simulate.case import MONDAY
from simulate.promise.certify import LOOKS, Certificate, Decision, certify
from tests.benchmarks.margin import Margin, Truth, at_the_margin, in_the_long_run
from tests.benchmarks.one_pool import labour

PLANS, LONG = 200, 40_000
ALLOWED = 0.05
WRONG = (Truth.MISSED, Truth.OPEN_ABOVE)


def verdict(found: Certificate) -> str:
    """Return what the certificate says of the whole promise."""
    said = {one.decision for one in found.findings}
    return "certified" if found.kept else "refused" if Decision.MISSED in said else "undecided"


def judged(plan: Margin, looks: tuple[int, ...], long: int) -> tuple[str, Truth | None]:
    """Certify a plan, refused as soon as a pledge is decided as missed, and let the long run judge the certified."""
    days, seed = (plan.instance, "U", MONDAY), plan.seed
    found = certify(*days, plan.pledges, plan.people, seed=seed, looks=looks, verdict_only=True)
    word = verdict(found)
    truth, played = in_the_long_run(plan, long) if word == "certified" else (None, 0)
    worst = max(found.findings, key=lambda one: one.level / one.pledge.limit)
    near = f"{worst.level / worst.pledge.limit:.3f} ± {worst.error / worst.pledge.limit:.3f}"
    print(f"| {plan.seed} | {word} | {found.days} | {near} | {truth or ''} | {played or ''} |", flush=True)
    return word, truth


def told(found: list[tuple[str, Truth | None]]) -> float:
    """Print the counts and return the rate of certificates that are wrong; open ones above the limit count as wrong."""
    words, truths = Counter(word for word, _ in found), Counter(truth for _, truth in found if truth)
    wrong, certified = sum(truths[one] for one in WRONG), words["certified"]
    low, high = binomtest(wrong, certified).proportion_ci()
    print(f"\n{dict(words)}; of the certified, in the long run: { {str(one): many for one, many in truths.items()} }")
    print(f"wrong: {wrong} of {certified}, {wrong / certified:.1%} (95 % interval {low:.1%} to {high:.1%})")
    return wrong / certified


@pytest.mark.bench
def test_of_200_plans_at_the_margin_at_most_5_per_cent_of_the_certified_fail():
    rules = labour()
    print("\n| plan | verdict | days | worst level, of its limit | in the long run | days |")
    print("| --- | --- | --- | --- | --- | --- |")
    found = [judged(at_the_margin(number, rules), LOOKS, LONG) for number in range(PLANS)]
    assert sum(word == "certified" for word, _ in found) >= PLANS // 5
    assert told(found) <= ALLOWED


def test_of_a_few_plans_at_the_margin_no_certificate_is_wrong():
    rules = labour()
    found = [judged(at_the_margin(number, rules), (500, 1000), 5000) for number in (10, 11, 16)]
    assert [word for word, _ in found] == ["certified", "certified", "refused"]
    assert told(found) <= ALLOWED
