"""Pages and plans in the forms that leave the house. Each takes checked values alone."""
