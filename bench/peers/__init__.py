"""Other generators, given the same pages. Each says which settings it runs with."""
