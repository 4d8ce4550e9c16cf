"""Roman numerals, in which the decree numbers parts and annexes."""

STEPS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Write 1 to 39 in Roman numerals."""
    text = ""
    for value, letters in STEPS:
        while number >= value:
            text, number = text + letters, number - value
    return text
