"""Reference pages: what a service's calls and types are, in blocks of no format, and the formats."""
