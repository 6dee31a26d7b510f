"""One rule = one .py and one .md of its name; what several of them need stands beside the room."""
