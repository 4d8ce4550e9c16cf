"""Simulates and optimises together until the promise holds on days that were never searched on."""
