"""Tests; a package, so that no other package called tests (some ship one) is found in its place."""
