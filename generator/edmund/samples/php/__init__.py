"""Samples in PHP."""
