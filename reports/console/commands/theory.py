"""``motcua theory``: what the formulas of queueing say of an hour that stays as it is, as a second opinion."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from reports.console.answer import Answer
from reports.console.call import Call
from reports.console.table_text import aligned
from reports.wording import say
from reports.wording.numbers import NONE, number, percent

SHARES = ("turned_away", "p_wait", "late", "left", "served_within", "utilisation")


@dataclass(frozen=True, slots=True)
class Asked:
    """The queue asked about: ``load`` is the work that comes in, in servers; ``minutes`` the mean service."""

    servers: int
    load: float
    minutes: float = 1.0
    within: float = 15.0

    @property
    def rate(self) -> float:
        """Return the arrivals a minute."""
        return self.load / self.minutes


def erlang_b(call: Call, asked: Asked) -> Answer:
    """Say how many are turned away where nobody may wait."""
    from simulate.theory.erlang import erlang_b as formula

    turned_away = formula(asked.servers, asked.load)
    carried = asked.load * (1 - turned_away) / asked.servers
    return _answer(call, "erlang_b", asked, {"turned_away": turned_away, "utilisation": carried})


def erlang_c(call: Call, asked: Asked) -> Answer:
    """Say how long citizens wait where everybody waits."""
    from simulate.theory.erlang import ErlangC

    queue = ErlangC(asked.rate, asked.minutes, asked.servers)
    found = {
        "p_wait": queue.p_wait,
        "mean_wait": queue.mean_wait,
        "mean_queue": queue.mean_queue,
        "late": queue.late(asked.within),
        "p90_wait": queue.quantile(0.9),
        "utilisation": queue.utilisation,
    }
    return _answer(call, "erlang_c", asked, found)


def erlang_a(call: Call, asked: Asked, patience: float) -> Answer:
    """Say the same where citizens lose patience."""
    from simulate.theory.erlang_a import ErlangA

    queue = ErlangA(asked.rate, asked.minutes, patience, asked.servers)
    found = {
        "p_wait": queue.p_wait,
        "mean_wait": queue.mean_wait,
        "mean_queue": queue.mean_queue,
        "left": queue.abandonment,
        "served_within": queue.served_within(asked.within),
        "utilisation": queue.utilisation,
    }
    return _answer(call, "erlang_a", asked, found, {"patience": patience})


def mgc(call: Call, asked: Asked, cv: float) -> Answer:
    """Say about how long citizens wait where the minutes have any law; exact for one server or for cv 1."""
    from simulate.theory.general import approximate_late, lee_longton

    mean = lee_longton(asked.rate, asked.minutes, cv, asked.servers)
    late = approximate_late(asked.rate, asked.minutes, cv, asked.servers, minutes=asked.within)
    found = {"mean_wait": mean, "mean_queue": asked.rate * mean, "late": late}
    return _answer(call, "mgc", asked, found, {"cv": cv})


def _answer(
    call: Call, name: str, asked: Asked, found: Mapping[str, float], more: Mapping[str, float] | None = None
) -> Answer:
    """Return the values as a table and as numbers; what has no finite value has none in JSON."""
    lang = call.lang
    facts = {
        "servers": asked.servers,
        "load": _plain(asked.load, lang),
        "minutes": _plain(asked.minutes, lang),
        "rate": number(asked.rate, lang, 4),
        **{key: _plain(value, lang) for key, value in (more or {}).items()},
    }
    within = _plain(asked.within, lang)
    rows = [(say(lang, f"theory.{key}", within=within), _written(key, value, lang)) for key, value in found.items()]
    overloaded = any(math.isinf(value) for value in found.values())
    return Answer(
        lines=(
            say(lang, f"theory.{name}.title", **facts),
            *aligned(rows, (False, True)),
            say(lang, f"theory.{name}.holds"),
            *((say(lang, "theory.overloaded"),) * overloaded),
        ),
        result={
            "model": name,
            "inputs": {
                "servers": asked.servers,
                "load": asked.load,
                "minutes": asked.minutes,
                "within": asked.within,
                **(more or {}),
            },
            "values": {key: None if math.isinf(value) else value for key, value in found.items()},
        },
    )


def _plain(value: float, lang: str) -> str:
    """Write a number that was typed as it was typed, with the decimal sign of the language."""
    text = f"{value:g}"
    return text.replace(".", ",") if lang == "vi" else text


def _written(key: str, value: float, lang: str) -> str:
    if math.isinf(value):
        return NONE
    return percent(value, lang, 2) if key in SHARES else number(value, lang, 3)
