"""The chains of Kiota's clients of Apicurio Registry, in Java's spelling, and the methods and paths behind them."""

from __future__ import annotations

import json
import re

from shared_material import SHARED, needs_shared

from edmund.description import load_description
from edmund.surface.elements import SegmentKind
from edmund.targets.contract import TargetOptions
from edmund.targets.java.http_client import http_context
from edmund.targets.java.names import KEYWORDS

pytestmark = needs_shared

OPENAPI = SHARED / "openapi"


def camel(name: str) -> str:
    first, *others = name.rstrip("_").split("_")
    made = first + "".join(word.capitalize() for word in others)
    return f"{made}Escaped" if made in KEYWORDS else made


def test_each_call_of_kiota_s_client_has_the_same_chain_method_and_path() -> None:
    surface = load_description(OPENAPI / "apicurio-registry-v2.json").surface
    context = http_context(surface, TargetOptions("registry"))
    chains = {surface.root: ""}
    ours: dict[tuple[str, str], str] = {}
    for resource in context.paths.surface.resources:
        chain = chains[resource.id]
        for call in context.paths.calls[resource.id]:
            ours[chain, call.method.lower()] = call.path.removesuffix("/")
        for edge, name in zip(resource.edges, context.names[resource.id], strict=True):
            keys = ", ".join(part.name for part in edge.keys)
            called = f"{name}({keys})" if edge.kind is SegmentKind.KEY else name
            chains[edge.target] = f"{chain}.{called}".lstrip(".")
    file = OPENAPI / "oracle" / "kiota-python-apicurio-registry-v2.json"
    theirs = {}
    for call in json.loads(file.read_text("utf-8"))["calls"]:
        chain = re.sub(r"[a-z_]+", lambda found: camel(found[0]), call["chain"])
        path = re.sub(r"\{\?.*", "", call["url"]).removeprefix("{+baseurl}")
        theirs[chain, call["method"]] = path
    assert len(theirs) == 69
    assert {key: ours.get(key) for key in theirs} == theirs
