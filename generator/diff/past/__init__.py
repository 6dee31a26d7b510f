"""The git history of the data, and what readers are told of it."""
