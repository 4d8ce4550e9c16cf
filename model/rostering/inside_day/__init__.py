"""The assignment inside the day: who sits where in each block, and when breaks are taken, the shifts being known."""
