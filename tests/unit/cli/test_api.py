"""The library: everything the command does, silent, without exits, failing with diagnostics."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from unit.cli.cli_run import GOOD_CSDL, project

from edmund import api

CHANGED = GOOD_CSDL.replace(
    "</EntityType>", '<Property Name="Colour" Type="Edm.String"/></EntityType>'
)


@pytest.fixture(autouse=True)
def silent(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    yield
    assert tuple(capfd.readouterr()) == ("", "")


def test_generate_and_check(tmp_path: Path) -> None:
    configuration = project(tmp_path) / "edmund.toml"
    (before,) = api.check(configuration)
    assert before.differences
    (made,) = api.generate(configuration)
    assert made.report is not None
    assert made.report.created
    (after,) = api.check(configuration, ["shop"])
    assert after.differences == ()
    (again,) = api.generate(configuration)
    assert again.report is None


def test_locked(tmp_path: Path) -> None:
    with pytest.raises(api.EdmundError) as failure:
        api.generate(project(tmp_path) / "edmund.toml", locked=True)
    assert [d.code for d in failure.value.diagnostics] == ["EDM622"]


def test_unknown_client(tmp_path: Path) -> None:
    with pytest.raises(api.EdmundError) as failure:
        api.generate(project(tmp_path) / "edmund.toml", ["shp"])
    assert failure.value.diagnostics[0].hint == "did you mean 'shop'?"


def test_load_slice_validate(tmp_path: Path) -> None:
    (tmp_path / "service.csdl").write_text(
        GOOD_CSDL.replace("<EntityContainer", '<ComplexType Name="Other"/><EntityContainer')
    )
    loaded = api.load(tmp_path / "service.csdl")
    assert set(loaded.model.types_by_name) == {"shop.Thing", "shop.Other"}
    assert set(api.slice(loaded, paths=["/Things/**"]).model.types_by_name) == {"shop.Thing"}
    assert api.validate(loaded, "shop.Thing", {"Id": "1"}) == ()
    (found,) = api.validate(loaded, "shop.Thing", {"Nope": 1})
    assert (found.pointer, found.code) == ("/Nope", "unknown-property")
    with pytest.raises(api.EdmundError):
        api.validate(loaded, "shop.Nothing", {})
    with pytest.raises(api.EdmundError):
        api.load(tmp_path / "missing.csdl")


def test_review(tmp_path: Path) -> None:
    (tmp_path / "old.csdl").write_text(CHANGED)
    (tmp_path / "new.csdl").write_text(GOOD_CSDL)
    old, new = api.load(tmp_path / "old.csdl"), api.load(tmp_path / "new.csdl")
    assert api.review(old, old) == ()
    found = {finding.id: finding for finding in api.review(old, new)}
    removed = found["property-removed"]
    assert removed.element == "shop.Thing/Colour"
    assert removed.level is api.Level.BREAKING


def test_what_validators_know_of_a_model_is_made_once(tmp_path: Path) -> None:
    project(tmp_path)
    loaded = api.load(tmp_path / "service.csdl")
    for operation in (api.Operation.CREATE, None):
        assert api.validate(loaded, "shop.Thing", {"Id": "1"}, operation) == ()
    schema = loaded.schema
    assert api.validate_text(loaded, "shop.Thing", '{"Id": "1"}') == ()
    assert loaded.schema is schema
    assert schema.structured("shop.Thing") is schema.structured("shop.Thing")
