"""The chains of Kiota's client of Apicurio Registry, as C# has them."""

from __future__ import annotations

import json
import re

from shared_material import SHARED, needs_shared

from edmund.description import load_description
from edmund.plan.http_paths import http_paths
from edmund.targets.csharp.builder_names import builder_names
from edmund.targets.csharp.chain_names import INDEXER
from edmund.targets.csharp.http.calls import path_call
from edmund.targets.csharp.layout import lay_out
from edmund.targets.csharp.spelling import KIOTA

pytestmark = needs_shared

OPENAPI = SHARED / "openapi"


def test_each_call_has_the_same_chain_method_and_url() -> None:
    """But for C#'s case and its indexers: `groups.by_group_id(id)` of the Python client is `Groups[id]`."""
    paths = http_paths(load_description(OPENAPI / "apicurio-registry-v2.json").surface)
    names = builder_names(paths.surface, lay_out(paths.surface, (), KIOTA), frozenset())
    chains = {paths.surface.root: ""}
    ours: dict[tuple[str, str], str] = {}
    for resource in paths.surface.resources:
        chain = chains[resource.id]
        for call in paths.calls[resource.id]:
            ours[chain, path_call(call, "").verb] = call.path
        accessors = names.accessors.of(resource, names.classes[resource.id])
        for edge, name in zip(resource.edges, accessors, strict=True):
            chains[edge.target] = f"{chain}[]" if name == INDEXER else f"{chain}.{name}"
    document = OPENAPI / "oracle" / "kiota-python-apicurio-registry-v2.json"
    calls = json.loads(document.read_text("utf-8"))["calls"]
    theirs = {
        (as_in_csharp(call["chain"]), call["method"].capitalize()): re.sub(
            r"\{\?.*", "", call["url"]
        )
        for call in calls
    }
    assert len(theirs) == 69
    assert theirs.keys() - ours.keys() == set()
    # The description ends two paths in a slash, which Kiota leaves out.
    assert {key: "{+baseurl}" + ours[key].removesuffix("/") for key in theirs} == theirs


def as_in_csharp(chain: str) -> str:
    """`groups.by_group_id(group_id).artifacts` as `.Groups[].Artifacts`."""
    steps = ""
    for step in chain.split("."):
        name, _, arguments = step.partition("(")
        words = "".join(word[:1].upper() + word[1:] for word in name.split("_"))
        steps += "[]" if arguments else f".{words}"
    return steps
