"""Changes to the text of the data, by place. What is not changed stays as it was, byte for byte."""
