"""Reviewing a schema change: two Models in, findings out."""
