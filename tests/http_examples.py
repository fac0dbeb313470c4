"""The vectors of calls over HTTP as examples: requests as an `.http` file would have them."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from vector_files import VECTORS

from edmund.samples.exchange import Body, Example, Header, HttpRequest

__all__ = ["SHOP", "examples_of_vectors"]

SHOP = VECTORS / "http" / "shop.openapi.yaml"
_BOUNDARY = "xx"


def examples_of_vectors() -> tuple[Example, ...]:
    """An example for each case that sends a request."""
    cases = json.loads((VECTORS / "http" / "calls.json").read_text("utf-8"))["cases"]
    return tuple(_example(case) for case in cases if "request" in case)


def _example(case: Mapping[str, Any]) -> Example:
    said = case["request"]
    headers = [Header(name, value) for name, value in said.get("headers", {}).items()]
    body = said.get("body", {})
    if "multipart" in body:
        headers = [each for each in headers if each.name != "content-type"]
        kind = f"multipart/form-data; boundary={_BOUNDARY}"
        headers.append(Header("content-type", kind))
    text = _text(body)
    request = HttpRequest(
        said["method"], said["url"], tuple(headers), Body(text, 1) if text else None, 1
    )
    return Example(request, None, case["name"])


def _text(body: Mapping[str, Any]) -> str:
    if "json" in body:
        return json.dumps(body["json"])
    if "json lines" in body:
        return "".join(f"{json.dumps(each)}\n" for each in body["json lines"])
    if "base64" in body:
        return base64.b64decode(body["base64"]).decode("latin-1")
    if "multipart" in body:
        return "".join(map(_part, body["multipart"])) + f"--{_BOUNDARY}--\n"
    return str(body.get("text", ""))


def _part(part: Mapping[str, Any]) -> str:
    name = f'; filename="{part["file name"]}"' if "file name" in part else ""
    content = json.dumps(part["json"]) if "json" in part else part.get("text")
    if content is None:
        content = base64.b64decode(part["base64"]).decode("latin-1")
    return (
        f'--{_BOUNDARY}\nContent-Disposition: form-data; name="{part["name"]}"{name}\n'
        f"Content-Type: {part['content type']}\n\n{content}\n"
    )
