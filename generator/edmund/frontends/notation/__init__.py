"""Documents in JSON and YAML: values, and where in the text each of them stands. Nothing here knows a format."""
