"""A smaller Model: what a selection of types and of paths of the Surface needs, and no more."""
