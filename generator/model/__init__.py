"""The catalogue's vocabulary: what an editor may write, typed. No file is read here.

The sentence under each field is what editors see in their own tools, and is therefore in Swedish.
"""
