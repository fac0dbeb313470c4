"""Clients of OpenAPI descriptions, on the way that clients of CSDL take: stale, locked, sliced, refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from edmund import api
from edmund.diagnostics import EdmundError
from edmund.plan.expressed import NotExpressed, everything_beyond_odata
from edmund.plan.operations import by_call, planned_operations
from edmund.plan.shape import Shape
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, TargetOptions
from edmund.targets.registry import TARGETS

API = """\
openapi: 3.1.0
info: {title: Pet Shop, version: '1'}
servers: [{url: 'https://{place}.example.com/v1', variables: {place: {default: pets}}}]
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {200: {description: ok, content: {application/json: {schema: {$ref: 'parts.yaml#/Pet'}}}}}
  /toys:
    get: {responses: {204: {description: none}}}
components: {schemas: {Toy: {type: object, properties: {name: {type: string}}}}}
"""
PARTS = "Pet: {type: object, properties: {toy: {$ref: 'api.yaml#/components/schemas/Toy'}}}"
CLIENT = """\
[clients.pets]
metadata = ["api.yaml"]
target = "python"
package = "pets"
output = "out"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "api.yaml").write_text(API, "utf-8")
    (tmp_path / "parts.yaml").write_text(PARTS, "utf-8")
    (tmp_path / "edmund.toml").write_text(CLIENT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def expresses_all(surface: Surface) -> Iterator[NotExpressed]:
    return iter(())


@pytest.fixture
def lowered(monkeypatch: pytest.MonkeyPatch) -> list[TargetOptions]:
    """A Python target that has a way for everything; the options that it was given."""
    given: list[TargetOptions] = []
    known = TARGETS["python"]

    def lower(surface: Surface, options: TargetOptions) -> Lowered:
        given.append(options)
        return known.lower(surface, options)

    target = replace(known, lower=lower, not_expressed=expresses_all)
    monkeypatch.setattr("edmund.targets.python.target.PYTHON", target)
    return given


def test_what_a_target_lacks_is_told_at_its_place(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = replace(TARGETS["python"], not_expressed=everything_beyond_odata)
    monkeypatch.setattr("edmund.targets.python.target.PYTHON", target)
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml")
    told = [(d.code, d.span.line) for d in failure.value.diagnostics if d.span is not None]
    assert sorted(told) == [("EDM755", 6), ("EDM755", 10)]
    assert any("GET /pets/{id}" in each.message for each in failure.value.diagnostics)
    assert not (project / "out").exists()


def test_a_client_is_up_to_date_until_any_file_of_its_description_changes(
    project: Path, lowered: list[TargetOptions]
) -> None:
    (made,) = api.generate("edmund.toml", workers=1)
    assert str(made.coverage) == "2 of 2 operations, 2 schemas, nothing left out"
    assert (project / "out" / "pets" / "__init__.py").is_file()
    (checked,) = api.check("edmund.toml", workers=1)
    (again,) = api.generate("edmund.toml", workers=1)
    assert (checked.differences, again.report) == ((), None)
    assert len(lowered) == 1
    (project / "parts.yaml").write_text(PARTS.replace("toy:", "ball:"), "utf-8")
    (checked,) = api.check("edmund.toml", workers=1)
    assert checked.differences


def test_the_base_url_is_the_first_server_where_none_is_configured(
    project: Path, lowered: list[TargetOptions]
) -> None:
    api.outputs("edmund.toml", workers=1)
    (project / "edmund.toml").write_text(CLIENT + 'base_url = "https://own.example"\n', "utf-8")
    api.outputs("edmund.toml", workers=1)
    assert [options.base_url for options in lowered] == [
        "https://pets.example.com/v1",
        "https://own.example",
    ]


@pytest.mark.usefixtures("lowered")
def test_a_slice_says_what_was_not_selected(project: Path) -> None:
    sliced = CLIENT + 'include_paths = ["/toys/**"]\n'
    (project / "edmund.toml").write_text(sliced, "utf-8")
    (made,) = api.generate("edmund.toml", workers=1)
    assert made.coverage is not None
    assert (made.coverage.calls, made.coverage.not_selected, made.coverage.left_out) == (1, 1, 0)
    (project / "edmund.toml").write_text(sliced.replace("toys/**", "toy"), "utf-8")
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml", workers=1)
    (told,) = failure.value.diagnostics
    assert (told.code, told.span is not None, told.hint) == ("EDM301", True, "did you mean '/toys'?")


@pytest.mark.usefixtures("lowered")
def test_lock_and_dependencies_have_all_files(project: Path) -> None:
    api.lock("edmund.toml")
    assert '"parts.yaml"' in (project / "edmund.lock").read_text("utf-8")
    assert {path.name for path in api.dependencies("edmund.toml")} == {
        "api.yaml",
        "parts.yaml",
        "edmund.toml",
    }
    api.outputs("edmund.toml", locked=True, workers=1)
    (project / "parts.yaml").write_text(PARTS.replace("toy:", "ball:"), "utf-8")
    with pytest.raises(EdmundError, match=r"the input 'parts.yaml' has changed"):
        api.outputs("edmund.toml", locked=True)


CALLS = """\
[resources.pets]
find = "GET /pets/{id}"
"""


def test_what_is_said_of_calls_beside_the_description_counts(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "calls.toml").write_text(CALLS, "utf-8")
    text = CLIENT + 'shape = "operations"\ncalls = "calls.toml"\n'
    (project / "edmund.toml").write_text(text, "utf-8")
    known = TARGETS["python"]
    named: dict[str, tuple[str, ...]] = {}

    def lower(surface: Surface, options: TargetOptions) -> Lowered:
        named.update(by_call(planned_operations(surface)))
        assert options.shape is Shape.OPERATIONS
        return known.lower(surface, replace(options, shape=Shape.PATHS))

    target = replace(
        known, lower=lower, not_expressed=expresses_all, shapes=frozenset({Shape.OPERATIONS})
    )
    monkeypatch.setattr("edmund.targets.python.target.PYTHON", target)
    (made,) = api.generate("edmund.toml", workers=1)
    assert named == {"GET /pets/{id}": ("pets", "find"), "GET /toys": ("toys", "get")}
    (again,) = api.generate("edmund.toml", workers=1)
    assert (made.report is not None, again.report) == (True, None)
    assert project / "calls.toml" in api.dependencies("edmund.toml")
    (project / "calls.toml").write_text(CALLS.replace("/pets/", "/pet/"), "utf-8")
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml", workers=1)
    (told,) = failure.value.diagnostics
    assert (told.code, told.span and told.span.file) == ("EDM757", "calls.toml")


def test_a_shape_that_a_target_does_not_have_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = replace(TARGETS["python"], shapes=frozenset({Shape.PATHS}))
    monkeypatch.setattr("edmund.targets.python.target.PYTHON", target)
    (project / "edmund.toml").write_text(CLIENT + 'shape = "operations"\n', "utf-8")
    with pytest.raises(EdmundError) as failure:
        api.generate("edmund.toml")
    (told,) = failure.value.diagnostics
    assert (told.code, told.span and told.span.line) == ("EDM604", 6)
