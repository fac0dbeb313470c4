"""Samples in C#."""
