"""Turns pydantic's errors into our own codes and facts, by type; its English sentences are never shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from annotated_types import Ge, Gt, Le
from pydantic import BaseModel, ValidationError

from model.files.cells import LIST, MAPPING, TEXT
from model.files.codes import Code
from model.files.raw import Path
from model.files.suggest import nearest

_CODES = frozenset(code.value for code in Code)
_OUTSIDE = frozenset({"greater_than", "greater_than_equal", "less_than", "less_than_equal"})
_SHAPES = {"model_type": MAPPING, "model_attributes_type": MAPPING, "dict_type": MAPPING, "tuple_type": LIST}


@dataclass(frozen=True, slots=True)
class Told:
    """One fault of a value: where in the value, the code, what was found, a suggestion, and facts."""

    path: Path
    code: Code
    value: str
    suggestion: str | None
    facts: Mapping[str, str]


def told(error: ValidationError, model: type[BaseModel]) -> Iterator[Told]:
    """Yield the faults of a value that should have been the model."""
    for one in error.errors(include_url=False):
        path = tuple(one["loc"])
        yield _one(one["type"], path, one["input"], dict(one.get("ctx", {})), model)


def _one(kind: str, path: Path, found: Any, facts: dict[str, Any], model: type[BaseModel]) -> Told:
    value = "" if isinstance(found, (dict, list, BaseModel)) or found is None else str(found)
    if kind in _CODES:
        suggestion = facts.pop("suggestion", None)
        return Told(path, Code(kind), value, suggestion, {name: str(fact) for name, fact in facts.items()})
    if kind == "missing":
        return Told(path, Code.VALUE_MISSING, "", None, {})
    if kind == "extra_forbidden":
        word = str(path[-1])
        return Told(path, Code.KEY_UNKNOWN, word, nearest(word, names_at(model, path[:-1])), {})
    if kind in _OUTSIDE:
        return Told(path, Code.NUMBER_OUTSIDE, value, None, {"range": allowed(model, path)})
    return Told(path, Code.SHAPE_WRONG, value, None, {"expected": _SHAPES.get(kind, TEXT)})


def names_at(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys allowed at a path inside a model."""
    here = _model_at(model, path)
    return tuple(info.alias or name for name, info in here.model_fields.items()) if here else ()


def allowed(model: type[BaseModel], path: Path) -> str:
    """Write the range of numbers allowed at a path with signs all languages share."""
    here, names = _model_at(model, path[:-1]), [part for part in path if isinstance(part, str)]
    info = (
        next((one for name, one in here.model_fields.items() if names[-1] in (name, one.alias)), None) if here else None
    )
    rules = _rules(info.annotation, list(info.metadata)) if info else []
    low = next((f"≥ {rule.ge:g}" for rule in rules if isinstance(rule, Ge)), "")
    low = low or next((f"> {rule.gt:g}" for rule in rules if isinstance(rule, Gt)), "")
    high = next((f"≤ {rule.le}" for rule in rules if isinstance(rule, Le)), "")
    return ", ".join(part for part in (low, high) if part)


def _rules(annotation: Any, found: list[Any]) -> list[Any]:
    """Gather the bounds of an annotation, through optional and annotated types."""
    for part in (*get_args(annotation), *getattr(annotation, "metadata", ())):
        if isinstance(part, (Ge, Gt, Le)):
            found.append(part)
        elif hasattr(part, "metadata") and isinstance(part.metadata, list):
            found.extend(part.metadata)
        else:
            _rules(part, found)
    return found


def _model_at(model: type[BaseModel] | None, path: Path) -> type[BaseModel] | None:
    for part in path:
        if model is None:
            return None
        if isinstance(part, str):
            info = next((one for name, one in model.model_fields.items() if part in (name, one.alias)), None)
            model = _inner_model(info.annotation) if info else None
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside optional, list and annotated types."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part)) is not None), None)
