"""Readers of published benchmark instances: each turns one text format into our own plain data."""
