"""What people see: tables, words, charts and the documents made of them."""
