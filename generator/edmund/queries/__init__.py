"""Queries: what is asked of a service, as values; their text, and the reading of it."""
