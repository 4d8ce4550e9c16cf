"""The day once more, in the part of Python that a compiler understands: arrays, integers, loops, no objects.

Nothing here imports a compiler. The same functions run as they stand, slowly, and compiled by ``by_numba``.
"""
