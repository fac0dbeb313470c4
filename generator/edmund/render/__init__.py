"""Rendering: views and templates in, formatted text out. Knows nothing of the schema."""
