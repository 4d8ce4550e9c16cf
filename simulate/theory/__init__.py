"""The second opinion: queueing formulas and exact chains to hold a simulation against.

Nothing here draws a random number or knows the engines. Rates are arrivals per minute, times are minutes.
Each file names its model and its source; ``docs/theory.md`` tells which one fits which question.
"""
