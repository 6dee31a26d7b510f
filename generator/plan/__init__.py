"""When everything must be begun so that it is ready in time, and whether it can be at all."""
