"""The PHP target."""
