"""Names in generated code stay what they are, whatever a later version of the description has beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from edmund import api
from edmund.diagnostics import EdmundError
from edmund.lock import read_lock
from edmund.plan.expressed import NotExpressed
from edmund.surface.elements import Surface
from edmund.targets.registry import TARGETS

API = """\
openapi: 3.1.0
info: {title: Pet Shop, version: '1'}
paths:
  /pet-stores/{id}: {get: {responses: {204: {description: none}}}}
components:
  schemas:
    pet-store: {type: object, properties: {name: {type: string}}}
"""
CLIENT = """\
[clients.pets]
metadata = ["api.yaml"]
target = "python"
package = "pets"
output = "out"
"""
TAKES_THE_NAME = "    Pet_store: {type: object, properties: {name: {type: string}}}\n"
TAKES_NO_NAME = "    Other: {type: object, properties: {name: {type: string}}}\n"


def expresses_all(surface: Surface) -> Iterator[NotExpressed]:
    return iter(())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = replace(TARGETS["python"], not_expressed=expresses_all)
    monkeypatch.setattr("edmund.targets.python.target.PYTHON", target)
    (tmp_path / "api.yaml").write_text(API, "utf-8")
    (tmp_path / "edmund.toml").write_text(CLIENT, "utf-8")
    monkeypatch.chdir(tmp_path)
    api.lock("edmund.toml")
    return tmp_path


def test_the_lock_has_the_names_of_schemas_properties_and_paths(project: Path) -> None:
    lock = read_lock(project / "edmund.lock")
    assert lock is not None
    names = lock.clients["pets"].names
    assert names["pet-store"] == "Pet_store"
    assert names["pet-store/name"] == "Pet_store.name"
    assert names["/pet-stores"] == "client.pet_stores"
    assert names["/pet-stores/{id}"] == "client.pet_stores.by_id(...)"
    assert read_lock(project / "edmund.lock") == lock


def test_a_name_that_would_change_is_told_until_it_is_accepted(project: Path) -> None:
    api.outputs("edmund.toml", workers=1)
    (project / "api.yaml").write_text(API + TAKES_THE_NAME, "utf-8")
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml", workers=1)
    told = failure.value.diagnostics
    assert {each.code for each in told} == {"EDM758"}
    assert told[0].message.startswith("'pet-store' would be called ")
    assert not (project / "out").exists()
    update = api.lock("edmund.toml")
    assert any("'pet-store' is now called" in line for line in update.changes)
    assert api.generate("edmund.toml", workers=1)


def test_what_renames_nothing_is_generated(project: Path) -> None:
    (project / "api.yaml").write_text(API + TAKES_NO_NAME, "utf-8")
    (made,) = api.generate("edmund.toml", workers=1)
    assert made.report is not None
    (project / "api.yaml").write_text(API.replace("pet-store:", "shop:"), "utf-8")
    assert api.generate("edmund.toml", workers=1)
