"""Metadata of other vendors: what is OData and not broken on purpose is read, of whatever version."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.diagnostics import EdmundError
from edmund.model.resolve import resolve_model

pytestmark = [pytest.mark.shared, needs_shared]

VENDORS = SHARED / "vendors"
SUFFIXES = {".xml", ".edmx", ".csdl", ".gz"}
FILES = sorted(path for path in VENDORS.glob("*") if path.suffix in SUFFIXES)
LARGEST = 400_000
"""Larger ones say nothing new about reading, and would take a minute."""

WRONG = {
    # no wrapper, and a schema without namespace
    "olingo-annotated.xml": {"EDM110"},
    "sdkjava-grocery.edmx": {"EDM111"},
    "soc-WorkTaskModel.xml": {"EDM110"},
    # a document of the same service is missing, and with it types that are used
    "ocs-EntitiesEnumsFunctions.xml": {"EDM203"},
    "ocs-MultiReferenceModelGPS.xml": {"EDM203"},
    "ocs-NamespaceInKeywordsWithRefModel.xml": {"EDM213"},
    "ocs-NamespaceInKeywordsWithRefModelReferenced.xml": {"EDM203"},
    "odatanet-modelref.xml": {"EDM203", "EDM211"},
    # types that no document has
    "ocs-Multiplicity.xml": {"EDM203"},
    # a parameter declared twice
    "ocs-UpperCamelCaseWithNamespacePrefix.xml": {"EDM201"},
    # OData 4 in old namespaces, with mistakes on purpose: values out of range, names without namespace
    "sdkjs-v4-API_TEST_SRV.edmx": {"EDM128", "EDM133", "EDM137"},
    # OData 2 with mistakes on purpose: keys and a type that are not there
    "sdkjs-faulty.edmx": {"EDM203", "EDM206"},
    # an element written as text
    "olingo-fromdoc1-metadata.xml": {"EDM120"},
}


def errors_of(path: Path) -> set[str]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if len(data) > LARGEST:
        pytest.skip("large")
    try:
        resolve_model([parse_document(data, path.name)[0]])
    except EdmundError as failure:
        return {found.code for found in failure.diagnostics if found.severity.value == "error"}
    return set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_read_unless_it_is_wrong(path: Path) -> None:
    assert errors_of(path) == WRONG.get(path.name, set())


VERSIONS = {
    "ocs-SampleServiceV3.xml": "3.0",
    "ocs-TestMetadataCsdlV3.xml": "3.0",
    "pyodata-v2.xml": "2.0",
    "sdkjs-v2-API_TEST_SRV.edmx": "2.0",
    "soc-Insight.edmx": "3.0",
    "soc-Northwind4WithAlternateKeys.xml": "4.0",
    "soc-Russian.xml.gz": "3.0",
    "soc-Twitter.edmx": "3.0",
    "ux-sepmra_prod_man_v2.xml": "2.0",
}


@pytest.mark.parametrize("name", sorted(VERSIONS))
def test_the_model_says_which_version_it_was(name: str) -> None:
    data = (VENDORS / name).read_bytes()
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    model, _ = resolve_model([parse_document(data, name)[0]])
    assert model.version == VERSIONS[name]
