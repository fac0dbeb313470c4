"""Decisions about a client that are no spelling: taken once, for all languages."""
