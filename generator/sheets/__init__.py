"""What stands on a paper, before it is set: one kind of sheet = one file."""
