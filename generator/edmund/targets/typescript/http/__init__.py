"""Clients of services that follow no protocol above HTTP: what a description such as OpenAPI says, and no more."""
