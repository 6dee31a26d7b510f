"""Two catalogues and what a reader is told of the difference; `comparison.py` is the whole way."""
