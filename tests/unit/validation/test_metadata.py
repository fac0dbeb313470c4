"""metadata/ says what the service's own CSDL and the vocabularies allow it to say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from shared_material import SHARED, needs_shared
from vector_files import MODEL_FILES, ROOT, model_of

from edmund.csdl.expression import (
    AnnotationValue,
    CollectionExpression,
    Constant,
    ConstantKind,
    Expression,
    Record,
)
from edmund.csdl.reader import parse_document
from edmund.model.elements import EnumType, Model, NavigationProperty, Parameter, Property
from edmund.model.lineage import Lineage
from edmund.model.resolve import resolve_model

IDENTITY = model_of("graph-identity")


def test_it_resolves_without_a_word() -> None:
    documents = []
    for file in MODEL_FILES["graph-identity"]:
        document, diagnostics = parse_document((ROOT / file).read_bytes(), file)
        assert diagnostics == ()
        documents.append(document)
    assert resolve_model(documents)[1] == ()


def test_what_it_describes() -> None:
    assert [t.name.removeprefix("microsoft.graph.") for t in IDENTITY.types] == [
        "apiAuthenticationConfigurationBase",
        "basicAuthentication",
        "clientCertificateAuthentication",
        "pkcs12Certificate",
        "pkcs12CertificateInformation",
        "entity",
        "identityApiConnector",
        "identityContainer",
    ]


def annotated(model: Model) -> Iterator[tuple[str, str, tuple[AnnotationValue, ...]]]:
    """Kind of element (as AppliesTo spells it), name, annotations."""
    for type_ in model.types:
        yield "Type", type_.name, type_.annotations
        members: tuple[Property | NavigationProperty, ...] = (
            *getattr(type_, "properties", ()),
            *getattr(type_, "navigation_properties", ()),
        )
        for member in members:
            kind = "Property" if isinstance(member, Property) else "NavigationProperty"
            yield kind, f"{type_.name}/{member.name}", member.annotations
    for operation in model.operations:
        yield "Action", operation.name, operation.annotations
        for parameter in operation.parameters:
            assert isinstance(parameter, Parameter)
            yield "Parameter", f"{operation.name}/{parameter.name}", parameter.annotations
    for term in model.terms:
        yield "Term", term.name, term.annotations
    for container in model.containers:
        for singleton in container.singletons:
            yield "Singleton", singleton.name, singleton.annotations


@pytest.fixture(scope="module")
def vocabularies() -> Model:
    documents = [
        parse_document(path.read_bytes(), path.name)[0]
        for path in sorted((SHARED / "metadata" / "vocabularies").glob("*.xml"))
    ]
    own = ROOT / "metadata" / "edmund.vocabulary.csdl"
    documents.append(parse_document(own.read_bytes(), own.name)[0])
    return resolve_model(documents)[0]


@pytest.mark.shared
@needs_shared
def test_every_term_and_record_is_of_a_vocabulary(vocabularies: Model) -> None:
    lineage = Lineage(vocabularies)

    def check(type_name: str, value: Expression | None, place: str) -> None:
        if isinstance(value, CollectionExpression):
            for item in value.items:
                check(type_name, item, place)
        elif isinstance(value, Record):
            declared = {p.name: p.type.name for p in lineage.properties(type_name)}
            for each in value.properties:
                assert each.name in declared, f"{place}: {type_name} has no {each.name}"
                check(declared[each.name], each.value, f"{place}/{each.name}")
        elif isinstance(value, Constant) and value.kind is ConstantKind.ENUM_MEMBER:
            for member in value.text.split():
                enum, _, name = member.rpartition("/")
                found = vocabularies.types_by_name[enum]
                assert isinstance(found, EnumType)
                assert enum == type_name
                assert name in {m.name for m in found.members}, f"{place}: {member}"

    for kind, name, given in annotated(IDENTITY):
        for annotation in given:
            term = vocabularies.terms_by_name[annotation.term]
            check(term.type.name, annotation.value, f"{name}@{annotation.term}")
            applies = set(term.applies_to)
            if applies and kind not in {"Type", "Term"}:
                # A collection-valued navigation property is a Collection (CSDL XML 4.01, section 14.1.2).
                kinds = {kind, "Collection"} if kind == "NavigationProperty" else {kind}
                assert applies & kinds, f"{annotation.term} does not apply to {name}"


@pytest.mark.shared
@needs_shared
def test_the_structure_is_the_service_s_own() -> None:
    path = SHARED / "metadata" / "graph-v1.0-2026-08.csdl"
    service, _ = resolve_model([parse_document(path.read_bytes(), path.name)[0]])
    bare, _ = resolve_model(
        [parse_document((ROOT / "metadata" / "graph-identity.csdl").read_bytes(), "x")[0]]
    )
    for type_ in bare.types:
        own = service.structured(type_.name)
        assert own is not None
        if type_.name == "microsoft.graph.identityContainer":
            kept = tuple(n for n in own.navigation_properties if n.name == "apiConnectors")
            own = replace(own, navigation_properties=kept)
        members = tuple(replace(p, annotations=()) for p in own.properties)
        links = tuple(replace(n, annotations=()) for n in own.navigation_properties)
        assert type_ == replace(
            own, annotations=(), properties=members, navigation_properties=links
        )
    assert set(bare.operations) <= set(service.operations)


@pytest.mark.shared
@needs_shared
def test_the_permissions_are_the_service_s_own() -> None:
    file = json.loads((ROOT / "metadata" / "permissions.json").read_text("utf-8"))
    shared = json.loads((SHARED / "metadata" / "graph-permissions.json").read_text("utf-8"))
    assert list(file["permissions"]) == ["APIConnectors.ReadWrite.All"]
    for name, permission in file["permissions"].items():
        service = shared["permissions"][name]
        assert permission["pathSets"] == service["pathSets"]
        assert permission["schemes"].keys() == service["schemes"].keys()
        for scheme, own in permission["schemes"].items():
            assert own.keys() == service["schemes"][scheme].keys()
