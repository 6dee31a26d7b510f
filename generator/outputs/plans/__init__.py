"""A plan in each form it is asked for in, and what the planner in the browser is given."""
