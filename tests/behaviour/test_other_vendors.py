"""Other vendors' CSDL from end to end: every class of the output, and both validators, on every type.

The documents in `tests/vendors` are made up; their habits are those of real services, and some have names
that no service should use.
"""

from __future__ import annotations

import compileall
import copy
import importlib
import pickle
import pkgutil
import sys
import tempfile
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from generated_package import generate
from shared_material import SHARED, needs_shared

from edmund.csdl.reader import parse_document
from edmund.model.elements import EnumType, Model, StructuredType, TypeDefinition, TypeReference
from edmund.model.lineage import Lineage
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface
from edmund.surface.declared_types import types_of
from edmund.surface.type_schema import TypeSchema
from edmund.targets.python.layout import Layout
from edmund.targets.python.models import model_layout
from edmund.targets.python.spelling import NATURAL
from edmund.validation.check import Operation, validate_payload

VENDORS = Path(__file__).resolve().parents[1] / "vendors"
TOGETHER = {"redfish-chassis": ("redfish-resource", "redfish-chassis")}
NAMES = sorted({p.stem for p in VENDORS.glob("*.csdl")} - {"redfish-resource"})
PUBLIC = ("oasis-TripPin", "oasis-Northwind", "oasis-ExampleService", "oasis-csdl-16.1")
CASES = [
    *NAMES,
    *(pytest.param(name, marks=[pytest.mark.shared, needs_shared]) for name in PUBLIC),
]

SAMPLES: dict[str, Any] = {
    "Edm.Binary": "AQID",
    "Edm.Boolean": True,
    "Edm.Byte": 255,
    "Edm.Date": "2024-02-29",
    "Edm.DateTimeOffset": "2024-02-29T12:30:45.123456+05:30",
    "Edm.Decimal": 1.5,
    "Edm.Double": "-INF",
    "Edm.Duration": "P1DT2H3M4S",
    "Edm.Guid": "01234567-89ab-cdef-0123-456789abcdef",
    "Edm.Int16": -32768,
    "Edm.Int32": 2147483647,
    "Edm.Int64": -9223372036854775808,
    "Edm.SByte": -128,
    "Edm.Single": 0.25,
    "Edm.String": "a",
    "Edm.TimeOfDay": "23:59:59",
}


def sources(name: str) -> list[Path]:
    if name in PUBLIC:
        return [SHARED / "metadata" / f"{name}.xml"]
    return [VENDORS / f"{part}.csdl" for part in TOGETHER.get(name, (name,))]


@cache
def model_of(name: str) -> Model:
    return resolve_model([parse_document(p.read_bytes(), p.name)[0] for p in sources(name)])[0]


@lru_cache(maxsize=1)
def _kept() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="edmund-vendors-")


@cache
def package_of(name: str) -> Any:
    """The generated package, imported from a temporary folder."""
    package = "vendor_" + "".join(c if c.isalnum() else "_" for c in name).lower()
    folder = Path(_kept().name)
    generate(sources(name), folder, package)
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    return importlib.import_module(package)


def module(package: Any, name: str) -> Any:
    return importlib.import_module(f"{package.__name__}.{name}")


def classes(package: Any) -> dict[str, Any]:
    registry = module(package, "runtime.registry")
    types = module(package, "generated.models._registry").TYPES
    return {name: registry.find_model(name) or registry.find_enum(name) for name in types}


@cache
def lineage_of(model: Model) -> Lineage:
    return Lineage(model)


def sample(model: Model, reference: TypeReference, depth: int = 1) -> Any:
    """A JSON value of the type; None where nothing shows of it in JSON."""
    if reference.collection:
        one = sample(model, TypeReference(reference.name), depth)
        return [] if one is None else [one, one]
    found = model.types_by_name.get(reference.name)
    if isinstance(found, TypeDefinition):
        return sample(model, TypeReference(found.underlying), depth)
    if isinstance(found, EnumType):
        return found.members[0].name if found.members else None
    if isinstance(found, StructuredType):
        return None if depth == 0 or found.abstract else payload(model, found, depth - 1)
    return SAMPLES.get(reference.name)


def payload(model: Model, type_: StructuredType, depth: int = 1) -> dict[str, Any]:
    """A JSON object with everything that the type has, and something that it has not."""
    lineage = lineage_of(model)
    members = [(p.name, p.type) for p in lineage.properties(type_.name)]
    members += [(p.name, p.type) for p in lineage.navigation_properties(type_.name)]
    values = {name: sample(model, held, depth) for name, held in members}
    given = {key: value for key, value in values.items() if value is not None}
    return {**given, "@edmund.test": {"x": [1, "two", None]}}


def structured(model: Model) -> list[StructuredType]:
    return [t for t in model.types if isinstance(t, StructuredType)]


@pytest.mark.parametrize("name", CASES)
def test_every_module_compiles_and_imports(name: str) -> None:
    package = package_of(name)
    assert compileall.compile_dir(package.__path__[0], quiet=1, force=True)
    found = [m.name for m in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    for each in found:
        importlib.import_module(each)
    assert len({each.casefold() for each in found}) == len(found)


@pytest.mark.parametrize("name", CASES)
def test_every_class_holds_every_property(name: str) -> None:
    for type_name, cls in classes(package_of(name)).items():
        if not hasattr(cls, "_wire_names"):
            continue
        empty = cls()
        assert set(empty.to_dict()) <= {"@odata.type"}, type_name
        for attribute in set(cls._attributes) - {"odata_type"}:
            assert getattr(empty, attribute) is None and not empty.is_set(attribute)
            wire = cls._attributes[attribute].wire_name
            null = cls(**{attribute: None})
            assert null.is_set(attribute) and null.to_dict()[wire] is None, (type_name, attribute)


@pytest.mark.parametrize("name", CASES)
def test_every_member_is_its_text(name: str) -> None:
    model = model_of(name)
    for type_name, cls in classes(package_of(name)).items():
        found = model.types_by_name[type_name]
        if isinstance(found, EnumType):
            assert [member.value for member in cls] == [member.name for member in found.members]
            for member in cls:
                assert cls(member.value) is member is pickle.loads(pickle.dumps(member))


@pytest.mark.parametrize("name", CASES)
def test_every_type_round_trips(name: str) -> None:
    model, found = model_of(name), classes(package_of(name))
    for type_ in structured(model):
        cls, given = found[type_.name], payload(model, type_)
        value = cls.from_dict(given)
        for attribute in cls._attributes:
            getattr(value, attribute)
        assert value.to_dict() == given, type_.name
        assert cls.from_json(value.to_json()).to_dict() == given
        assert copy.deepcopy(value) == value == pickle.loads(pickle.dumps(value))
        repr(value)
        for attribute, declaration in cls._attributes.items():
            if declaration.wire_name in given:
                one = cls(**{attribute: getattr(value, attribute)}).to_dict()
                one.pop("@odata.type", None)
                assert one == {declaration.wire_name: given[declaration.wire_name]}, type_.name


@pytest.mark.parametrize("name", CASES)
def test_both_validators_agree(name: str) -> None:
    model, package = model_of(name), package_of(name)
    schema = TypeSchema(types_of(model))

    def agree(type_name: str, given: Any, operation: Operation | None) -> None:
        wanted = validate_payload(schema, type_name, given, operation)
        said = None if operation is None else operation.value
        got = package.validate_payload(type_name, copy.deepcopy(given), operation=said)
        assert {(v.pointer, str(v.code), v.severity.value) for v in got} == {
            (v.pointer, str(v.code), v.severity.value) for v in wanted
        }, (type_name, given, operation)

    for type_ in structured(model):
        full = payload(model, type_)
        for operation in (None, *Operation):
            for given in ({}, full, {**full, "unheard of": 1}, {"@odata.type": "#no.such"}):
                agree(type_.name, given, operation)
        for key in full:
            for wrong in (None, [], {}, "?", -1.25, [None], {"@odata.type": 1}):
                agree(type_.name, {key: wrong}, None)


def reversed_document(path: Path) -> bytes:
    """The same document with the children of schemas, types and containers the other way round."""
    tree = ElementTree.fromstring(path.read_bytes())
    for element in tree.iter():
        kind = element.tag.rpartition("}")[2]
        if kind in ("DataServices", "Schema", "EntityContainer", "EntityType", "ComplexType"):
            element[:] = reversed(element[:])
    return ElementTree.tostring(tree)


def names_of(layout: Layout) -> object:
    return (
        {name: (place.module, place.cls) for name, place in layout.places.items()},
        {name: (place.module, place.cls) for name, place in layout.pages.items()},
        {name: dict(given) for name, given in layout.attributes.items()},
    )


@pytest.mark.parametrize("name", NAMES)
def test_names_do_not_depend_on_the_order_of_the_document(name: str) -> None:
    forth = model_of(name)
    documents = [parse_document(reversed_document(p), p.name)[0] for p in sources(name)]
    back = resolve_model(documents[::-1])[0]
    one, two = (model_layout(build_surface(model)[0], NATURAL) for model in (forth, back))
    assert names_of(one) == names_of(two)
