"""Samples in Python."""
