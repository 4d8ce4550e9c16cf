"""Do the five plain names belong to this installation? Another package called ``model`` would be taken for ours."""

from importlib.util import find_spec
from pathlib import Path

NAMES = ("model", "simulate", "scenarios", "reports", "cli")
HOME = Path(__file__).resolve().parents[2]


def strangers() -> tuple[str, ...]:
    """Return the names that Python finds elsewhere than beside this file, with where it finds them."""
    found = {name: _home(name) for name in NAMES}
    return tuple(f"{name} ({where})" for name, where in found.items() if where != HOME)


def _home(name: str) -> Path | None:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).resolve()
    return path.parent.parent if path.name == "__init__.py" else path.parent
