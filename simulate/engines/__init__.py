"""Engines that play a day plan; every engine gives the same visit log."""
