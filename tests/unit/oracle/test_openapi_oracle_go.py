"""The chains of Kiota's client of Apicurio Registry, as Go has them."""

from __future__ import annotations

import json
import re

from shared_material import SHARED, needs_shared

from edmund.description import load_description
from edmund.targets.go.http_builders import lower_http_builders, of_http
from edmund.targets.go.models import lower_models
from edmund.targets.go.spelling import KIOTA

pytestmark = needs_shared

OPENAPI = SHARED / "openapi"
MODULE = "example.com/apicurio"


def test_each_call_has_the_same_chain_method_and_url() -> None:
    """But for Go's case: `by_group_id` of the Python client is `ByGroupId`."""
    surface = load_description(OPENAPI / "apicurio-registry-v2.json").surface
    builders = lower_http_builders(surface, lower_models(surface, MODULE, of_http(KIOTA)), MODULE)
    paths = builders.surface
    chains = {paths.root: ""}
    ours: dict[tuple[str, str], str] = {}
    for resource in paths.resources:
        chain = chains[resource.id]
        for call in builders.calls[resource.id]:
            ours[chain, call.method.capitalize()] = call.path
        for edge, name in zip(resource.edges, builders.accessors[resource.id], strict=True):
            chains[edge.target] = f"{chain}.{name}" if chain else name
    document = OPENAPI / "oracle" / "kiota-python-apicurio-registry-v2.json"
    calls = json.loads(document.read_text("utf-8"))["calls"]
    theirs = {
        (in_pascal_case(call["chain"]), call["method"].capitalize()): re.sub(
            r"\{\?.*", "", call["url"]
        )
        for call in calls
    }
    assert len(theirs) == 69
    assert theirs.keys() - ours.keys() == set()
    # The description ends two paths in a slash, which Kiota leaves out.
    assert {key: "{+baseurl}" + ours[key].removesuffix("/") for key in theirs} == theirs


def in_pascal_case(chain: str) -> str:
    """`groups.by_group_id(group_id)` as `Groups.ByGroupId`; a keyword needs no underscore in Go."""
    steps = re.sub(r"\([^()]*\)", "", chain).split(".")
    return ".".join(
        "".join(word[:1].upper() + word[1:] for word in step.split("_")) for step in steps
    )
