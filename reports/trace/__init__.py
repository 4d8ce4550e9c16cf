"""One played day told so that a person can follow it: a citizen, a counter, a picture."""
