"""The sheet of STRESS-DES, filled from what was run: what a reader needs to judge a simulation and to build it again.

Source: T. Monks, C. S. M. Currie, B. S. Onggo, S. Robinson, M. Kunc, S. J. E. Taylor, "Strengthening the reporting of
empirical simulation studies: Introducing the STRESS guidelines", Journal of Simulation 13 (2019), 55-67.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from model.figures import Label, Name
from model.instance import Instance
from model.leavers import Leavers
from reports.phrase import Amount, Fact, Phrase, Several
from reports.tables.days import period
from reports.tables.table import Column, Table

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "objectives": {"1.1": "purpose", "1.2": "outputs", "1.3": "aims"},
    "logic": {
        "2.1": "overview",
        "2.2": "base",
        "2.3": "scenario",
        "2.4": "algorithms",
        "2.5.1": "entities",
        "2.5.2": "activities",
        "2.5.3": "resources",
        "2.5.4": "queues",
        "2.5.5": "entry",
    },
    "data": {"3.1": "sources", "3.2": "processing", "3.3": "parameters", "3.4": "assumptions"},
    "experimentation": {"4.1": "initialisation", "4.2": "length", "4.3": "estimation"},
    "implementation": {"5.1": "software", "5.2": "sampling", "5.3": "execution", "5.4": "system"},
    "access": {"6.1": "sharing"},
}
"""The checklist's chapters and items by their numbers."""


@dataclass(frozen=True, slots=True)
class Study:
    """What was run: scenarios of a workspace or one site's week.

    ``aim`` is a key of the wording: ``measure``, ``compare``, ``week`` or ``both``. ``precision`` is the relative half
    width that was asked, None where the number of replications was given; ``rostered`` whether a roster was played;
    ``leavers`` how those who leave count, None: as the promise has it.
    """

    instance: Instance
    aim: str
    scenarios: tuple[Name | str, ...]
    dates: tuple[date, ...]
    seed: int
    replications: int
    certificate: Mapping[str, Any]
    precision: float | None = None
    rostered: bool = False
    leavers: Leavers | None = None


def stress_table(study: Study) -> Table:
    """Return one row for each of the checklist's items."""
    facts = _facts(study)
    rows = tuple(
        (number, Phrase(f"stress.item.{item}"), Phrase(f"stress.told.{item}", facts))
        for items in SECTIONS.values()
        for number, item in items.items()
    )
    columns = (Column("number", width=0.5), Column("item", width=1.6), Column("told", width=6))
    return Table("stress", columns, rows, Phrase("stress.caption"))


def _facts(study: Study) -> dict[str, Fact]:
    """Return every fact that a sentence of the sheet may ask for."""
    return {
        "name": study.instance.name,
        "aim": Phrase(f"stress.aim.{study.aim}"),
        "scenarios": Several(tuple(study.scenarios), "; "),
        "period": period(study.dates) if study.dates else "–",
        "days": Amount(len(study.dates)),
        "seed": str(study.seed),
        "replications": Amount(study.replications),
        "leavers": Phrase(f"report.leavers.{(study.leavers or study.instance.settings.target.leavers).value}"),
        "stopping": _stopping(study.precision),
        "people": Phrase(f"stress.people.{'roster' if study.rostered else 'usual'}"),
        **_sizes(study.instance),
        **_rules(study.instance),
        **_figures(study.instance),
        **_versions(study.certificate),
    }


def _stopping(precision: float | None) -> Phrase:
    if precision is None:
        return Phrase("stress.stopping.fixed")
    return Phrase("stress.stopping.precision", {"precision": Amount(precision, 1, share=True)})


def _sizes(instance: Instance) -> dict[str, Fact]:
    laws = Counter(law.kind.value for one in instance.services.values() for law in one.minutes.values())
    target = instance.settings.target
    return {
        "units": Amount(len(instance.units)),
        "services": Amount(len(instance.services)),
        "sites": Amount(len(instance.sites)),
        "counters": Amount(len(instance.counters)),
        "staff": Amount(len(instance.staff)),
        "skills": Amount(len({one.skill for one in instance.services.values()})),
        "dossiers": Amount(sum(row.dossiers_per_day for row in instance.demand.rows)),
        "laws": Several(tuple(f"{kind} ({many})" for kind, many in sorted(laws.items()))),
        "share": Amount(target.share, share=True),
        "within": Amount(target.within),
        "cv": Amount(instance.demand.day_cv, 2),
        "correlation": Amount(instance.demand.day_correlation, 2),
        "crowd": Amount(instance.settings.crowd.share, share=True),
        "recorded": Amount(len(instance.replay)),
        "absence": Amount(instance.settings.absence.rate, share=True),
        "reserves": Amount(len(instance.reserves)),
    }


def _rules(instance: Instance) -> dict[str, Fact]:
    settings, rules = instance.settings, instance.settings.rules
    classes = tuple(
        Several(tuple(Phrase(f"stress.class.{one.value}") for one in equal), " = ") for equal in rules.priority_order
    )
    seconds = settings.tick_ms / 1000
    return {
        "breaks": Phrase(f"stress.breaks.{rules.breaks.value}"),
        "closing": Phrase(f"stress.closing.{rules.closing.value}"),
        "choice": Phrase(f"stress.choice.{rules.staff_choice.value}"),
        "order": Several(classes, " > "),
        "patience": Amount(sum(one.patience is not None for one in instance.services.values())),
        "tick": Amount(seconds, 0 if seconds >= 1 else 3),
        "warm_up": _warm_up(settings.measure_from),
    }


def _warm_up(minute: int) -> Phrase:
    if not minute:
        return Phrase("stress.warm_up.none")
    return Phrase("stress.warm_up.until", {"time": f"{minute // 60:02d}:{minute % 60:02d}"})


def _figures(instance: Instance) -> dict[str, Fact]:
    rows: Counter[Label] = Counter()
    for figure in instance.figures:
        rows[figure.label] += figure.rows
    sources = dict.fromkeys(one.source for one in instance.figures if one.source and one.label is Label.SOURCED)
    counts: dict[str, Fact] = {f"rows_{label.value}": Amount(rows[label]) for label in Label}
    return {**counts, "sources": _first(tuple(sources)), "digest": instance.digest or "–"}


def _first(sources: Sequence[str], most: int = 5) -> Fact:
    """Return the first sources; all of them stand in the table of the figures."""
    if not sources:
        return Phrase("stress.sources.none")
    shown = Several(tuple(sources[:most]), "; ")
    return Phrase("stress.sources.some", {"shown": shown, "all": Amount(len(sources))})


def _versions(certificate: Mapping[str, Any]) -> dict[str, Fact]:
    libraries = tuple(f"{name} {version}" for name, version in certificate["libraries"].items())
    return {
        "motcua": str(certificate["motcua"]),
        "python": str(certificate["python"]),
        "libraries": Several(libraries),
    }
