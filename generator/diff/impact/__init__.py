"""What a change does: to plans, to readers, to pages and papers, to what the checks find."""
