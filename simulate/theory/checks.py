"""Inputs that no formula can answer are refused at the door."""

import math


def require_positive(**values: float) -> None:
    """Refuse a value that is not a finite number above zero.

    Raises:
        ValueError: naming the value at fault.
    """
    for name, value in values.items():
        if not (math.isfinite(value) and value > 0):
            raise ValueError(f"{name} must be a finite number above zero, not {value!r}")


def require_not_negative(**values: float) -> None:
    """Refuse a value that is below zero or not a finite number.

    Raises:
        ValueError: naming the value at fault.
    """
    for name, value in values.items():
        if not (math.isfinite(value) and value >= 0):
            raise ValueError(f"{name} must be a finite number of at least zero, not {value!r}")


def require_share(**values: float) -> None:
    """Refuse a value that does not lie strictly between 0 and 1.

    Raises:
        ValueError: naming the value at fault.
    """
    for name, value in values.items():
        if not 0 < value < 1:
            raise ValueError(f"{name} must lie between 0 and 1, not {value!r}")
