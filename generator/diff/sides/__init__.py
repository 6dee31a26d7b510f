"""What is compared: a folder of data, or what it held in a git revision."""
