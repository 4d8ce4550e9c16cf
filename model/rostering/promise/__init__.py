"""The master of the promise: how many people of each kind work each shift of a day."""
