"""Samples in Java."""
