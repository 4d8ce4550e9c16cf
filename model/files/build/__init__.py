"""From understood rows to the plain data of ``model``."""
