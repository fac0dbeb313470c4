"""Samples in Go."""
