"""Validation straight from the Model: a Model and JSON in, violations out."""
