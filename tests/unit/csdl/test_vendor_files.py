"""Metadata of other vendors: what is OData 4 and not broken on purpose is read, whatever it lacks."""

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

OTHER_FORMATS = {"EDM110", "EDM111", "EDM112"}
WRONG = {
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
    errors = errors_of(path)
    if not errors & OTHER_FORMATS:
        assert errors == WRONG.get(path.name, set())
