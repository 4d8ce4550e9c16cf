"""The tables of a report, defined once and without language; each writer renders them."""
