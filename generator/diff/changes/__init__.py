"""What is otherwise than before, in a reader's words: entries, fields, steps, who must have it."""
