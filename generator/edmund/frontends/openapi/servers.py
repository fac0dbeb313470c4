"""Where a service answers (OpenAPI 3.2.0, section 4.6; Swagger 2.0's host, basePath and schemes)."""

from __future__ import annotations

from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.members import Reading, list_of, object_of, text, texts
from edmund.surface.exchange import Server, ServerVariable

__all__ = ["read_servers", "swagger_servers"]


def read_servers(node: Node, reading: Reading) -> tuple[Server, ...]:
    """The servers that `node`, a description, path item or operation, names itself."""
    found: list[Server] = []
    for item in list_of(node, "servers", reading):
        url = text(item, "url", reading)
        if url is None:
            continue
        variables = object_of(item, "variables", reading)
        found.append(
            Server(
                url,
                tuple(
                    ServerVariable(
                        name, text(each, "default", reading) or "", texts(each, "enum", reading)
                    )
                    for name, each in (variables.members() if variables is not None else ())
                ),
                text(item, "description", reading),
            )
        )
    return tuple(found)


def swagger_servers(root: Node, reading: Reading) -> tuple[Server, ...]:
    """The servers of Swagger 2.0: a host with a scheme each, or a path on the description's own host."""
    host = text(root, "host", reading)
    path = (text(root, "basePath", reading) or "").rstrip("/")
    if host is None:
        return (Server(path),) if path else ()
    schemes = texts(root, "schemes", reading) or ("https",)
    return tuple(
        Server(f"{scheme}://{host}{path}")
        for scheme in sorted(schemes, key=lambda each: each != "https")
    )
