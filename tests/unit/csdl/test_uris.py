"""References that nobody should follow."""

from __future__ import annotations

import pytest

from edmund.csdl.uris import uri_problem


@pytest.mark.parametrize(
    "uri",
    [
        "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml",
        "http://docs.oasis-open.org/odata/odata/v4.0/os/vocabularies/Org.OData.Core.V1.xml",
        "http://tinyurl.com/Org-OData-Core",
        "https://sap.github.io/odata-vocabularies/vocabularies/Common.xml",
        "https://example.org:8443/vocabulary?version=1#top",
        "/sap/opu/odata/IWFND/CATALOGSERVICE;v=2/Vocabularies(TechnicalName='%2FIWBEP%2FVOC_COMMON')/$value",
        "types.csdl",
        "./a/b.xml",
        "a..b/c.xml",
        "50%25.xml",
    ],
)
def test_plain_references(uri: str) -> None:
    assert uri_problem(uri) is None


@pytest.mark.parametrize(
    ("uri", "part"),
    [
        ("file:///etc/passwd", "scheme"),
        ("file://host.example.org/x", "scheme"),
        ("ftp://example.org/x", "scheme"),
        ("data:text/xml,%3Cx/%3E", "scheme"),
        ("jar:file:///x.jar!/y", "scheme"),
        ("FILE:/x", "scheme"),
        ("//example.org/x.xml", "without a scheme"),
        ("http://127.0.0.1/", "address"),
        ("http://169.254.169.254/latest", "address"),
        ("http://[::1]/x", "address"),
        ("http://2130706433/", "address"),
        ("http://0x7f.1/", "address"),
        ("http://0177.0.0.1/", "address"),
        ("http://①②⑦.0.0.1/", "address"),
        ("http://localhost:8080/x", "public"),
        ("http://metadata.google.internal/x", "public"),
        ("http://printer/", "public"),
        ("http://a.localhost./", "public"),
        ("https://user:secret@example.org/", "user name"),
        ("https://example.org@127.0.0.1/", "user name"),
        ("../x.xml", "parent"),
        ("a/../../x.xml", "parent"),
        ("%2e%2e/x.xml", "parent"),
        ("..%2fx.xml", "parent"),
        ("．．/x.xml", "parent"),
        ("%25252e%25252e/x", "more than once"),
        ("..\\x.xml", "backslash"),
        ("\\\\host\\share", "backslash"),
        ("http://[x/", "not a URI"),
    ],
)
def test_references_that_lead_somewhere_else(uri: str, part: str) -> None:
    assert part in (uri_problem(uri) or "")
