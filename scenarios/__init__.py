"""What if: change an instance, run it, compare it."""
