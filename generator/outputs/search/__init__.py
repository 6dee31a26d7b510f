"""What can be found, weighed and cut in pieces that a browser fetches as it needs them."""
