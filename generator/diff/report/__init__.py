"""How a comparison is told: its sentences, and a renderer for each form."""
