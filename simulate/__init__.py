"""What happens: a day, many days, and the staff that takes."""
