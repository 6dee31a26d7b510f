"""What needs what: obtainable, always needed, redundant, in which order. Knows no page and no file.

Everything is asked of one `Graph`, which holds what exists for one profile.
"""
