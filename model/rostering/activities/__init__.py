"""Shifts and the activities inside them by quarter hour."""
