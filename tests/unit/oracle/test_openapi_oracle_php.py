"""The chains of Kiota's client of Apicurio Registry, as PHP has them."""

from __future__ import annotations

import json
import re

from shared_material import SHARED, needs_shared

from edmund.description import load_description
from edmund.plan.http_paths import http_paths
from edmund.targets.php.http.names import http_names, http_spelling
from edmund.targets.php.layout import lay_out
from edmund.targets.php.spelling import KIOTA

pytestmark = needs_shared

OPENAPI = SHARED / "openapi"


def test_each_call_has_the_same_chain_method_and_url() -> None:
    """But for PHP's case: `by_group_id` of the Python client is `byGroupId`."""
    paths = http_paths(load_description(OPENAPI / "apicurio-registry-v2.json").surface)
    names = http_names(paths, lay_out(paths.surface, (), http_spelling(KIOTA)))
    chains = {paths.surface.root: ""}
    ours: dict[tuple[str, str], str] = {}
    for resource in paths.surface.resources:
        chain = chains[resource.id]
        for call, call_names in zip(
            paths.calls[resource.id], names.calls[resource.id], strict=True
        ):
            ours[chain, call_names.verb] = call.path
        for edge, name in zip(resource.edges, names.accessors[resource.id], strict=True):
            chains[edge.target] = f"{chain}.{name}" if chain else name
    document = OPENAPI / "oracle" / "kiota-python-apicurio-registry-v2.json"
    calls = json.loads(document.read_text("utf-8"))["calls"]
    theirs = {
        (in_camel_case(call["chain"]), call["method"]): re.sub(r"\{\?.*", "", call["url"])
        for call in calls
    }
    assert len(theirs) == 69
    assert theirs.keys() - ours.keys() == set()
    # The description ends two paths in a slash, which Kiota leaves out.
    assert {key: "{+baseurl}" + ours[key].removesuffix("/") for key in theirs} == theirs


def in_camel_case(chain: str) -> str:
    """`groups.by_group_id(group_id)` as `groups.byGroupId`; a keyword needs no underscore in PHP."""
    plain = re.sub(r"\([^()]*\)", "", chain)
    return re.sub(r"_([a-z0-9])", lambda found: found[1].upper(), plain).replace("_", "")
