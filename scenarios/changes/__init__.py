"""What can be changed in a scenario: one kind of change a file, each a function from Instance to Instance."""
