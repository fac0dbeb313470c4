"""Reviews of two surfaces: what a description that is no CSDL changes for its callers."""
