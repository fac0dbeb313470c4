"""Where a client goes by default."""

from __future__ import annotations

import pytest

from edmund.plan.servers import default_server, filled_in
from edmund.surface.exchange import Server, ServerVariable


@pytest.mark.parametrize(
    ("url", "variables", "wanted"),
    [
        ("https://a.example/v1", {}, "https://a.example/v1"),
        (
            "https://{host}.example:{port}/v1",
            {"host": "a", "port": "8443"},
            "https://a.example:8443/v1",
        ),
        ("http://a.example", {}, "http://a.example"),
        ("/v1", {}, None),
        ("v1", {}, None),
        ("", {}, None),
        ("{root}/v1", {"root": "https://a.example"}, "https://a.example/v1"),
        ("https://{host}.example", {}, None),
        ("https://user:secret@a.example", {}, None),
        ("https://a.example:port", {}, None),
        ("ftp://a.example", {}, None),
        ("https://a.example/\u202ex", {}, None),
    ],
)
def test_the_first_server_is_the_default_where_it_says_where_it_is(
    url: str, variables: dict[str, str], wanted: str | None
) -> None:
    server = Server(url, tuple(ServerVariable(name, value) for name, value in variables.items()))
    assert default_server((server, Server("https://other.example"))) == wanted


def test_without_servers_there_is_no_default() -> None:
    assert default_server(()) is None


def test_the_value_of_a_variable_is_no_template() -> None:
    server = Server(
        "https://{a}{b}.example", (ServerVariable("a", "{b}"), ServerVariable("b", "x"))
    )
    assert filled_in(server) == "https://{b}x.example"
