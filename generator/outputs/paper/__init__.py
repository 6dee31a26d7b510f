"""What is printed: PDF, set by typst."""
