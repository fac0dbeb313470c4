"""The chains and names of Kiota's Python client of Apicurio Registry, as its users write them."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from shared_material import SHARED, needs_shared

from edmund.description import load_description
from edmund.targets.contract import TargetOptions
from edmund.targets.python.http_client import path_context_of
from edmund.targets.python.path_builders import PathContext
from edmund.targets.python.path_calls import method_name

pytestmark = needs_shared

OPENAPI = SHARED / "openapi"
_QUERY = re.compile(r"\{\?.*")


@cache
def oracle() -> dict[str, Any]:
    path = OPENAPI / "oracle" / "kiota-python-apicurio-registry-v2.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


@cache
def context() -> PathContext:
    surface = load_description(OPENAPI / "apicurio-registry-v2.json").surface
    return path_context_of(surface, TargetOptions(package="registry"))


def chain(resource_id: str) -> str:
    """`groups.by_group_id(group_id).artifacts`."""
    made = context()
    parts: list[str] = []
    at = resource_id
    while at in made.places.arrivals:
        source, edge = made.places.arrivals[at]
        name = made.names[source.id][source.edges.index(edge)]
        keys = ", ".join(made.layout.spelling.parameter(key.label) for key in made.keys.get(at, ()))
        parts.append(f"{name}({keys})" if edge.keys else name)
        at = source.id
    return ".".join(reversed(parts))


def test_each_call_has_the_same_chain_method_and_url() -> None:
    ours = {
        (chain(id_), method_name(call)): call.path
        for id_, calls in context().paths.calls.items()
        for call in calls
    }
    theirs = {
        (call["chain"], call["method"]): _QUERY.sub("", call["url"]).removeprefix("{+baseurl}")
        for call in oracle()["calls"]
    }
    assert len(theirs) == 69
    assert theirs.keys() - ours.keys() == set()
    # The description ends two paths in a slash, which Kiota leaves out.
    assert {key: ours[key].removesuffix("/") for key in theirs} == theirs


def test_names_of_models_are_the_same() -> None:
    layout = context().layout
    ours = {place.module: name for name, place in layout.places.items()}
    wanted: list[str] = []
    found: list[str] = []
    for module, said in oracle()["models"].items():
        name = ours.get(module.removeprefix("models."))
        wanted.append(f"{module}.{said['class']}")
        if name is None:
            continue
        found.append(f"models.{layout.places[name].module}.{layout.places[name].cls}")
        attributes = layout.attributes.get(name, {})
        for member, attribute in said.get("props", {}).items():
            wanted.append(f"{module}.{attribute}")
            found.append(f"{module}.{attributes.get(member)}")
    missing = set(wanted) - set(found)
    assert len(missing) <= len(wanted) // 100, sorted(missing)
