"""Large neighbourhoods: part of a roster is freed and solved again, at all others fixed, over and over."""
