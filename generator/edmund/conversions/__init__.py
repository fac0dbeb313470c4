"""What a service looks like in other description formats: OpenAPI 3.1 and JSON Schema 2020-12."""
