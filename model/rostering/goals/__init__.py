"""Soft aims, one a file."""
