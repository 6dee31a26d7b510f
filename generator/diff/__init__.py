"""What a change of the catalogue is and does: changes as values, effects on plans, the report."""
