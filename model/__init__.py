"""What is: the centre as data, and the roster as a constraint model of it."""
