"""What things cost, measured on catalogues made from a seed. Nothing here is a test."""
