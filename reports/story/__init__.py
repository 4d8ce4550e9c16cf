"""A report as a row of parts and blocks, before any writer sets it."""
