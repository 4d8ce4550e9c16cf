"""JSON holds only what JSON knows, with the keys in their order."""

import json
from datetime import date
from pathlib import Path

import numpy as np

from model.problems import Place, Problem, Severity
from reports.console.answer import Answer, Exit
from reports.console.call import Call
from reports.console.envelope import envelope, plain


def test_plain_values() -> None:
    wild = {
        "number": np.float64(1.5),
        "count": np.int64(3),
        "none": float("nan"),
        "day": date(2026, 11, 23),
        "path": Path("a/b"),
        "kind": Severity.ERROR,
        "many": (np.float32("inf"), {"x"}),
        date(2026, 1, 2): True,
    }
    assert plain(wild) == {
        "number": 1.5,
        "count": 3,
        "none": None,
        "day": "2026-11-23",
        "path": "a/b",
        "kind": "error",
        "many": [None, ["x"]],
        "2026-01-02": True,
    }


def test_envelope_keys_and_problem() -> None:
    problem = Problem("R605", Place("lich.xlsx", None, "Bảng!D6"), "X9", suggestion="X1", count=2)
    body = json.loads(envelope(Call("roster import", "en"), Answer(Exit.INPUT, ("hidden",), (problem,))))
    assert list(body) == ["motcua", "command", "ok", "exit", "problems", "files", "next", "result"]
    assert (body["command"], body["ok"], body["exit"]) == ("roster import", False, 3)
    assert body["problems"] == [
        {
            "code": "R605",
            "severity": "error",
            "file": "lich.xlsx",
            "row": None,
            "column": "Bảng!D6",
            "value": "X9",
            "message": 'there is no shift code "X9"',
            "remedy": 'did you mean "X1"?',
            "suggestion": "X1",
            "count": 2,
        }
    ]
