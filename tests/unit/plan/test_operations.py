"""Calls as methods of resources: what each is called, whatever else the description has."""

from __future__ import annotations

import pytest
from shared_material import SHARED, needs_shared
from unit.plan.planned import surface_of

from edmund.description import load_description
from edmund.plan.operations import by_call, planned_operations

NONE = "responses: {204: {description: done}}"


def names(paths: str) -> dict[str, tuple[str, ...]]:
    return dict(by_call(planned_operations(surface_of(f"paths:\n{paths}"))))


@pytest.mark.parametrize(
    ("operation", "wanted"),
    [
        ("tags: [pets], operationId: listPets", ("pets", "list")),
        ("tags: [pets], operationId: getPet", ("pets", "get")),
        ("tags: [pets], operationId: pets/list-for-org", ("pets", "list for org")),
        ("tags: [pets], operationId: pets_list", ("pets", "list")),
        ("tags: [Pets], operationId: Pets.ListAll", ("Pets", "list all")),
        ("tags: [pets], operationId: listPetToys", ("pets", "list pet toys")),
        ("tags: [events], operationId: getSpecialEvent", ("events", "get special event")),
        ("tags: [pets], operationId: pets", ("pets", "pets")),
        ("tags: [pet stores], operationId: listPetStores", ("pet stores", "list")),
        ("tags: [pets, admin], operationId: purge", ("pets", "purge")),
        ("operationId: listPets", ("shops", "list pets")),
        ("tags: ['!'], operationId: 'x'", ("shops", "x")),
        ("tags: [pets], operationId: '?'", ("pets", "get by shop pets")),
        ("tags: [pets]", ("pets", "get by shop pets")),
        ("deprecated: true", ("shops", "get by shop pets")),
    ],
)
def test_a_method_is_called_after_its_operation_id(operation: str, wanted: tuple[str, ...]) -> None:
    found = names(f"  /shops/{{shop}}/pets: {{get: {{{operation}, {NONE}}}}}")
    assert found == {"GET /shops/{shop}/pets": wanted}


def test_methods_that_meet_have_their_whole_names() -> None:
    paths = [
        f"  /a: {{get: {{tags: [pets], operationId: listPets, {NONE}}}}}",
        f"  /b: {{get: {{tags: [pets], operationId: pets/list, {NONE}}}}}",
        f"  /c: {{get: {{tags: [pets], operationId: getPet, {NONE}}}}}",
    ]
    wanted = {
        "GET /a": ("pets", "list pets"),
        "GET /b": ("pets", "pets list"),
        "GET /c": ("pets", "get"),
    }
    assert names("\n".join(paths)) == wanted
    assert names("\n".join(reversed(paths))) == wanted


def test_one_group_for_tags_that_are_spelled_alike() -> None:
    paths = [
        f"  /a: {{get: {{tags: [Pet Stores], operationId: one, {NONE}}}}}",
        f"  /b: {{get: {{tags: [pet-stores], operationId: two, {NONE}}}}}",
    ]
    assert {name[0] for name in names("\n".join(paths)).values()} == {"Pet Stores"}


def test_methods_without_an_id_are_called_after_method_and_path() -> None:
    found = names(
        f"  /pets: {{get: {{{NONE}}}, post: {{{NONE}}}}}\n"
        f"  /pets/{{pet_id}}: {{get: {{{NONE}}}, delete: {{{NONE}}}, head: {{{NONE}}}}}\n"
        f"  /pets/{{pet_id}}/toys: {{get: {{{NONE}}}}}\n"
        f"  /: {{get: {{{NONE}}}}}"
    )
    assert found == {
        "GET /pets": ("pets", "get"),
        "POST /pets": ("pets", "create"),
        "GET /pets/{pet_id}": ("pets", "get by pet id"),
        "DELETE /pets/{pet_id}": ("pets", "delete by pet id"),
        "HEAD /pets/{pet_id}": ("pets", "head by pet id"),
        "GET /pets/{pet_id}/toys": ("pets", "get by pet id toys"),
        "GET /": ("get",),
    }


@needs_shared
def test_every_call_of_apicurio_has_one_name() -> None:
    surface = load_description(SHARED / "openapi" / "apicurio-registry-v2.json").surface
    found = by_call(planned_operations(surface))
    assert len(found) == len(set(found.values())) == 69
    assert found["GET /groups/{groupId}/artifacts"] == ("Artifacts", "list artifacts in group")
