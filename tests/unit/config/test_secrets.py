"""Secrets in URLs."""

import pytest

from edmund.config.secrets import without_secrets


@pytest.mark.parametrize(
    "query, shown",
    [
        ("sig=abc%3D", "sig=***"),
        ("a=1&X-Amz-Signature=abc&b=2", "a=1&X-Amz-Signature=***&b=2"),
        ("subscription-key=s;code=t", "subscription-key=***;code=***"),
        ("%73ig=abc", "%73ig=***"),
        ("PASSWORD=x=y", "PASSWORD=***"),
        ("api-version=1.0&$schemaversion=*", "api-version=1.0&$schemaversion=*"),
    ],
)
def test_the_values_of_secret_parameters_are_masked(query: str, shown: str) -> None:
    assert without_secrets(f"https://h/m?{query}#f") == f"https://h/m?{shown}"
