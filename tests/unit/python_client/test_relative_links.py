"""A relative next link is resolved against the context URL of its page, else the request's URL."""

from __future__ import annotations

import importlib

import pytest
from generated_package import use_identity_client

use_identity_client()
paging = importlib.import_module("msgraph.runtime.page_walk")
url = importlib.import_module("msgraph.runtime.url")


class Page:
    def __init__(self, context: object) -> None:
        self._data = {} if context is None else {"@odata.context": context}


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (None, "https://h.example/svc/a/People?x=1"),
        (5, "https://h.example/svc/a/People?x=1"),
        ("https://h.example/svc/$metadata#People", "https://h.example/svc/People?x=1"),
        ("../$metadata#People", "https://h.example/svc/People?x=1"),
        ("/other/$metadata#People", "https://h.example/other/People?x=1"),
    ],
)
def test_the_context_is_the_base(context: object, expected: str) -> None:
    root = url.ServiceRoot("https://h.example/svc")
    base = paging._base_of(Page(context), "https://h.example/svc/a/b")
    assert root.adopt("People?x=1", base=base) == expected


def test_a_context_elsewhere_leads_nowhere() -> None:
    root = url.ServiceRoot("https://h.example/svc")
    base = paging._base_of(Page("https://evil.example/$metadata"), "https://h.example/svc/a")
    with pytest.raises(url.UnsafeUrl):
        root.adopt("People", base=base)
