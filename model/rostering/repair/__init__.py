"""Mend a published roster with the fewest changes, and say who could take a shift."""
