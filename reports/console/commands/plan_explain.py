"""``motcua plan explain``: what drives a plan, what each promise costs, and what would save."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.certified import Certified, open_certificate
from reports.console.pledge_text import pledge_name
from reports.console.progress import progress
from reports.console.ready import ready_engine
from reports.console.table_text import aligned
from reports.console.typed import typed
from reports.wording.numbers import NONE, number, percent
from reports.wording.numbers import day as day_text

if TYPE_CHECKING:
    from scenarios.promise.explain import Driven, Point, Priced, Question, Trained

SHOWN = 3
POINT = 0.01


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    curve: bool = False
    training: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """All answers, about the plan the question is settled on."""

    question: "Question"
    driven: "tuple[Driven, ...]"
    services: "tuple[Priced, ...]"
    skills: "tuple[Priced, ...]"
    point: "Priced"
    trained: "tuple[Trained, ...]"
    curve: "tuple[Point, ...]"


def plan_explain(call: Call, path: Path, workspace: Path, wanted: Wanted) -> Answer:
    """Search again without each promise, and say what that saves."""
    one = open_certificate(call, path, workspace)
    ready_engine(call)
    found = _found(call, one, wanted)
    return Answer(
        Exit.DONE,
        tuple(_lines(call, one, found)),
        one.warnings if call.as_json else (),
        (),
        (typed("plan", "holds", path, workspace),),
        _record(found),
    )


def _found(call: Call, one: Certified, wanted: Wanted) -> Found:
    from scenarios.promise import explain

    question = explain.Question(
        one.instance, one.site, one.day, one.pledges, one.roster, one.seed, workers=call.workers
    )
    services, skills = explain.by_service(question), explain.by_skill(question)
    steps = 3 + len(services) + len(skills) + explain.TRAINED * wanted.training
    steps += len(explain.SHARES) * len(explain.MINUTES) * wanted.curve
    with progress(call, call.say("why.bar"), steps) as update:
        done = iter(range(1, 10 * steps))

        def told() -> None:
            update(min(steps, next(done)), str)

        question = explain.settled(question, told)
        found = Found(
            question,
            explain.drivers(question),
            explain.priced(question, services, told),
            explain.priced(question, skills, told),
            explain.easier(question, POINT),
            explain.trained(question, told) if wanted.training else (),
            explain.curve(question, told) if wanted.curve else (),
        )
        update(steps, str)
    return found


def _lines(call: Call, one: Certified, found: Found) -> Iterator[str]:
    minutes, lang = found.question.minutes, call.lang
    facts = {"site": one.instance.sites[one.site].name, "date": day_text(one.day, lang)}
    yield call.say("why.title", hours=_hours(call, minutes), days=found.question.days, **facts)
    yield ""
    yield call.say("why.shifts")
    yield from aligned([_driven(call, one, driven) for driven in found.driven], (False, True, False))
    yield ""
    yield call.say("why.services")
    names = {name: service.name.text(lang) for name, service in one.instance.services.items()}
    yield from aligned([(names[it.name], _saved(call, minutes, it.minutes)) for it in found.services], (False, True))
    yield call.say("why.skills")
    yield from aligned([(it.name, _saved(call, minutes, it.minutes)) for it in found.skills], (False, True))
    if found.skills and found.skills[0].minutes is not None and found.skills[0].minutes < minutes:
        yield call.say("why.bottleneck", skill=found.skills[0].name)
    yield call.say("why.point", saved=_saved(call, minutes, found.point.minutes))
    if found.trained:
        yield call.say("why.training")
        rows = [(_trained(one, it), _saved(call, minutes, it.minutes)) for it in found.trained]
        yield from aligned(rows, (False, True))
    if found.curve:
        yield call.say("why.curve")
        yield from _curve(call, found.curve)
    yield call.say("why.read")


def _driven(call: Call, one: Certified, driven: "Driven") -> tuple[str, str, str]:
    names = ", ".join(pledge_name(call, one.instance, pledge) for pledge in driven.missed[:SHOWN])
    more = call.say("plan.more", count=len(driven.missed) - SHOWN) if len(driven.missed) > SHOWN else ""
    shift = f"{driven.shift} × {driven.times}"
    skills = ", ".join(sorted(one.instance.staff[driven.people[0]].skills))
    return shift, skills, ", ".join(filter(None, (names, more))) or call.say("why.nothing")


def _trained(one: Certified, trained: "Trained") -> str:
    return f"{one.instance.staff[trained.person].name} ({trained.person}) + {trained.skill}"


def _curve(call: Call, points: "tuple[Point, ...]") -> Iterator[str]:
    within = sorted({one.within for one in points})
    known = {(one.share, one.within): one.minutes for one in points}
    heads = ("", *(call.say("why.within", minutes=number(one, call.lang)) for one in within))
    rows = [
        (
            percent(share, call.lang, 0),
            *(NONE if (cost := known[share, one]) is None else _hours(call, cost) for one in within),
        )
        for share in sorted({one.share for one in points})
    ]
    yield from aligned([heads, *rows], (False, *(True for _ in within)))


def _saved(call: Call, minutes: int, other: int | None) -> str:
    """Return what is saved against the plan, in hours; a dash where no plan was found."""
    return NONE if other is None else call.say("why.saved", hours=_hours(call, max(0, minutes - other)))


def _hours(call: Call, minutes: int) -> str:
    return number(minutes / 60, call.lang, 1)


def _record(found: Found) -> dict[str, Any]:
    return {
        "paid_hours": found.question.minutes / 60,
        "days": found.question.days,
        "shifts": [
            {"shift": one.shift, "times": one.times, "people": list(one.people), "missed": [p.id for p in one.missed]}
            for one in found.driven
        ],
        "services": {one.name: _plain(one.minutes) for one in found.services},
        "skills": {one.name: _plain(one.minutes) for one in found.skills},
        "one_point_easier": _plain(found.point.minutes),
        "training": [
            {"staff": one.person, "skill": one.skill, "paid_hours": one.minutes / 60} for one in found.trained
        ],
        "curve": [
            {"share": one.share, "minutes": one.within, "paid_hours": _plain(one.minutes)} for one in found.curve
        ],
    }


def _plain(minutes: int | None) -> float | None:
    return None if minutes is None else minutes / 60
