"""The official Python SDK's names against ours: modules, classes, bases, properties, members, types.

The oracle was made of other metadata than the CSDL beside it, so what one of the two does not have says
nothing; everything that both have is compared. `pytest -s` prints what differs, by cause.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from functools import cache
from typing import Any, NamedTuple

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.model.elements import EnumType, Model, StructuredType
from edmund.model.resolve import resolve_model
from edmund.render.files import GeneratedFile
from edmund.surface.build import build_surface
from edmund.targets.python.layout import Layout
from edmund.targets.python.model_views import ModelModuleView
from edmund.targets.python.models import lower_models

pytestmark = [pytest.mark.shared, needs_shared]

METADATA = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
ORACLE = SHARED / "oracle" / "sdk_names.json.gz"
PAGE_BASE = "BaseCollectionPaginationCountResponse"


class Compared(NamedTuple):
    model: Model
    layout: Layout
    oracle: dict[str, dict[str, Any]]
    views: dict[str, ModelModuleView]


@cache
def compared() -> Compared:
    model, _ = resolve_model([parse_document(METADATA.read_bytes(), METADATA.name)[0]])
    surface, _ = build_surface(model)
    lowered = lower_models(surface, "msgraph")
    views = {
        file.path.partition("/models/")[2].removesuffix(".py").replace("/", "."): file.view
        for file in lowered.files
        if isinstance(file, GeneratedFile) and isinstance(file.view, ModelModuleView)
    }
    with gzip.open(ORACLE, "rt", encoding="utf-8") as stream:
        oracle = {key.removeprefix("models."): value for key, value in json.load(stream).items()}
    return Compared(model, lowered.layout, oracle, views)


# Pages of collections that only the service's own description of its paths singles out; their classes are
# in `collection_responses`.
SHARED_PAGES = {
    "external_users_self_service_sign_up_events_flow_collection_response",
    "service_provisioning_error_collection_response",
    # These two would have paths of more than 120 characters.
    "user_experience_analytics_app_health_app_performance_by_app_version_details_collection_response",
    "user_experience_analytics_app_health_app_performance_by_app_version_device_id_collection_response",
}


Wrong = list[tuple[str, str, object, object]]


def names() -> tuple[Counter[str], Wrong]:
    """How many names of each kind are equal, and those that are not: kind, element, ours, theirs."""
    model, layout, oracle, _ = compared()
    right = Counter[str]()
    wrong: Wrong = []

    def check(what: str, element: str, ours: object, theirs: object) -> None:
        if ours == theirs:
            right[what] += 1
        else:
            wrong.append((what, element, ours, theirs))

    by_class = {(key.rpartition(".")[0], entry["class"]): key for key, entry in oracle.items()}
    for type_ in model.types:
        place = layout.places.get(type_.name)
        if place is None:
            continue
        entry = oracle.get(place.module)
        if entry is None:
            # Found under another module name, it counts as wrong; not found at all, as not there.
            other = by_class.get((place.module.rpartition(".")[0], place.cls))
            if other is not None:
                check("module", type_.name, place.module, other)
            continue
        check("module", type_.name, place.module, place.module)
        check("class", type_.name, place.cls, entry["class"])
        if isinstance(type_, EnumType):
            theirs = {wire: name for name, wire in entry.get("members", {}).items()}
            for member, ours in layout.members[type_.name].items():
                if member in theirs:
                    check("member", f"{type_.name}/{member}", ours, theirs[member])
        elif isinstance(type_, StructuredType):
            own = [p.name for p in type_.properties]
            own += [p.name for p in type_.navigation_properties]
            for name in own:
                if name in entry["props"]:
                    ours = layout.attributes[type_.name][name]
                    check("property", f"{type_.name}/{name}", ours, entry["props"][name])
    return right, wrong


def test_names_of_types_and_members() -> None:
    right, wrong = names()
    total = right.total() + len(wrong)
    print(f"\n{right.total()} of {total} names equal: {dict(right)}")
    for what, element, ours, theirs in wrong:
        print(f"  {what} {element}: {ours}, the official SDK has {theirs}")
    assert total > 20_000, "the comparison reaches most of the schema"
    assert not wrong


def test_every_shared_module_is_reachable_by_its_name() -> None:
    """Each module of the oracle whose type or page the CSDL has is among ours."""
    _, layout, oracle, _ = compared()
    ours = {place.module for place in (*layout.places.values(), *layout.pages.values())}
    ours |= {layout.page_base.module, "o_data_errors.o_data_error"}
    classes = {place.cls for place in layout.places.values()}
    missing = []
    for module, entry in oracle.items():
        of = entry["class"].removesuffix("CollectionResponse")
        if module not in ours and of in classes:
            missing.append(module)
    print(f"\n{len(missing)} modules of types that the CSDL has, but not there: {missing}")
    assert set(missing) == SHARED_PAGES


def test_bases_are_those_of_the_official_sdk() -> None:
    model, layout, oracle, _ = compared()
    wrong = []
    for type_ in model.types:
        if not isinstance(type_, StructuredType):
            continue
        entry = oracle.get(layout.places[type_.name].module)
        if entry is None:
            continue
        ours = [layout.places[type_.base].cls] if type_.base is not None else []
        if ours != entry["bases"]:
            wrong.append((type_.name, ours, entry["bases"]))
    print(f"\n{len(wrong)} bases differ: {wrong}")
    # Seven types have got or lost the base `entity` between the two versions.
    assert len(wrong) == 7
    assert all("Entity" in (*ours, *theirs) for _, ours, theirs in wrong)


def test_the_same_types_say_their_type_from_the_start() -> None:
    model, layout, oracle, views = compared()
    right, wrong = 0, []
    for type_ in model.types:
        place = layout.places.get(type_.name)
        if not isinstance(type_, StructuredType) or place is None or place.module not in oracle:
            continue
        entry = oracle[place.module]
        if entry["class"] != place.cls or entry["kind"] != "model":
            continue
        ours = "says_type=True" in views[place.module].schema_type
        if ours == (entry["odata_type"] is not None):
            right += 1
        else:
            wrong.append((type_.name, ours))
    print(f"\n{right} alike, {len(wrong)} not: {wrong}")
    assert right > 2500
    assert len(wrong) <= right * 0.005
