"""A folder where metadata is wanted: all CSDL documents below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from edmund.api import load
from edmund.config import load_configuration
from edmund.config.folders import metadata_files
from edmund.diagnostics import EdmundError

EDMX = "http://docs.oasis-open.org/odata/ns/edmx"
EDM = "http://docs.oasis-open.org/odata/ns/edm"


def document(namespace: str, body: str, reference: str = "") -> str:
    return (
        f'<edmx:Edmx xmlns:edmx="{EDMX}" Version="4.0">{reference}<edmx:DataServices>'
        f'<Schema xmlns="{EDM}" Namespace="{namespace}">{body}</Schema></edmx:DataServices></edmx:Edmx>'
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents that refer to each other by URLs of somewhere else, among other things."""
    schemas = tmp_path / "schemas"
    (schemas / "deep").mkdir(parents=True)
    reference = (
        '<edmx:Reference Uri="https://schemas.example/v1/Base_v1.xml">'
        '<edmx:Include Namespace="Base"/></edmx:Reference>'
    )
    body = '<ComplexType Name="T" BaseType="Base.B"><Property Name="p" Type="Edm.String"/></ComplexType>'
    (schemas / "Thing_v1.xml").write_text(document("Thing", body, reference))
    (schemas / "deep" / "Base_v1.xml").write_text(document("Base", '<ComplexType Name="B"/>'))
    (schemas / "Thing.json").write_text('{"$schema": "http://json-schema.org/draft-07/schema#"}')
    (schemas / "README.md").write_text("Edmx")
    return schemas


def test_all_documents_below_it_by_name(folder: Path) -> None:
    found = [path.relative_to(folder).as_posix() for path in metadata_files(folder, "schemas")]
    assert found == ["Thing_v1.xml", "deep/Base_v1.xml"]
    assert metadata_files(folder / "README.md", "README.md") == (folder / "README.md",)


def test_references_are_found_below_it(folder: Path) -> None:
    loaded = load(folder)
    assert [t.name for t in loaded.model.types] == ["Thing.T", "Base.B"]
    assert loaded.diagnostics == ()


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_text(document("Other", ""))
    (folder / "linked.xml").symlink_to(other)
    assert len(metadata_files(folder, "schemas")) == 2


def test_a_folder_without_any_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EdmundError) as failure:
        metadata_files(tmp_path, "nothing")
    (found,) = failure.value.diagnostics
    assert (found.code, found.span and found.span.file) == ("EDM608", "nothing")


def test_a_configuration_takes_it(folder: Path) -> None:
    place = folder.parent / "edmund.toml"
    place.write_text(
        '[clients.c]\nmetadata = "schemas"\ntarget = "python"\npackage = "c"\noutput = "out"\n'
    )
    (client,) = load_configuration(place).clients
    assert [path.name for path in client.metadata] == ["Thing_v1.xml", "Base_v1.xml"]
