"""Feeds that a calendar subscribes to."""
