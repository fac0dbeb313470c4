"""Examples of calls: read from HTTP text, checked against a service's description, written as code."""
