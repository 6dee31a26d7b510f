"""A report is shown: each format takes the same diagnostics and gives a text."""
