"""What a row of each table is: one pydantic model a table, grouped as people think of them."""
