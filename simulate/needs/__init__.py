"""The parts of the search for the staff that keeps the promise."""
