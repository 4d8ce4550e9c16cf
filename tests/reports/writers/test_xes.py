"""The XES file is read back and compared with the table it was written from."""

from xml.etree import ElementTree as Et

import pandas as pd

from reports.writers.xes import xes_bytes

SPACE = "{http://www.xes-standard.org/}"
LOG = pd.DataFrame(
    {
        "case:concept:name": ["0:a", "0:a", "0:b"],
        "concept:name": ["arrival", "service", "arrival"],
        "lifecycle:transition": ["complete", "start", "complete"],
        "time:timestamp": pd.to_datetime(
            ["2026-11-23T08:00:01", "2026-11-23T08:05:00.250", "2026-11-23T23:59"], format="ISO8601"
        ),
        "org:resource": pd.Series([None, 'Trần <Đức> & "bạn"', None], dtype=object),
        "case:replication": [0, 0, 3],
        "case:site": ["S", "S", None],
    }
)


def values(parent: Et.Element) -> dict[str, tuple[str, str]]:
    return {one.get("key"): (one.tag.removeprefix(SPACE), one.get("value")) for one in parent if one.get("key")}


def test_it_is_a_log_of_the_standard() -> None:
    root = Et.fromstring(xes_bytes(LOG, "Chi nhánh"))
    assert root.tag == f"{SPACE}log" and root.get("xes.version") == "1.0" and root.get("xes.features") is not None
    assert {one.get("prefix") for one in root.iter(f"{SPACE}extension")} == {"concept", "time", "org", "lifecycle"}
    assert [one.get("scope") for one in root.iter(f"{SPACE}global")] == ["trace", "event"]
    assert values(root)["concept:name"] == ("string", "Chi nhánh")
    order = [one.tag.removeprefix(SPACE) for one in root]
    assert order == sorted(order, key=["extension", "global", "classifier", "string", "trace"].index)
    wanted = {one.get("key") for one in root.findall(f"{SPACE}global[@scope='event']/")}
    assert all(wanted <= set(values(event)) for event in root.iter(f"{SPACE}event"))


def test_every_event_is_there_once() -> None:
    root = Et.fromstring(xes_bytes(LOG, "x"))
    first, second = root.iter(f"{SPACE}trace")
    assert values(first) == {"concept:name": ("string", "0:a"), "replication": ("int", "0"), "site": ("string", "S")}
    assert values(second) == {"concept:name": ("string", "0:b"), "replication": ("int", "3")}
    arrival, service = first.iter(f"{SPACE}event")
    assert values(arrival)["time:timestamp"] == ("date", "2026-11-23T08:00:01.000")
    assert "org:resource" not in values(arrival)
    assert values(service) == {
        "concept:name": ("string", "service"),
        "lifecycle:transition": ("string", "start"),
        "time:timestamp": ("date", "2026-11-23T08:05:00.250"),
        "org:resource": ("string", 'Trần <Đức> & "bạn"'),
    }
