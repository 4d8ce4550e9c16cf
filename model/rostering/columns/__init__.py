"""Column generation by person: everybody's whole roster is one column, which gives the strongest lower bounds."""
