"""What holds for every model: slices are closed and minimal, spelling and files do not matter."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edmund.model.elements import (
    EntityContainer,
    EntitySet,
    Model,
    NavigationProperty,
    Operation,
    OperationKind,
    Parameter,
    Property,
    PropertyRef,
    ReturnType,
    SchemaInfo,
    Singleton,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.model.lineage import Lineage
from edmund.slicing.slice import Selection, slice_model

QUICK = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def models(draw):
    """Models of a few entity and complex types that derive from, hold and lead to one another."""
    entities = [f"n.E{i}" for i in range(draw(st.integers(1, 6)))]
    complexes = [f"n.C{i}" for i in range(draw(st.integers(0, 6)))]

    def reference(names):
        return TypeReference(draw(st.sampled_from(names)), collection=draw(st.booleans()))

    def base(names, at):
        # Only earlier types, so that there are no cycles.
        return draw(st.sampled_from([None, *names[:at]]))

    def properties(prefix):
        names = ["Edm.String", *complexes]
        count = draw(st.integers(0, 2))
        return tuple(Property(f"{prefix}p{i}", reference(names)) for i in range(count))

    def navigation(prefix):
        return tuple(
            NavigationProperty(
                f"{prefix}n{i}", reference(entities), contains_target=draw(st.booleans())
            )
            for i in range(draw(st.integers(0, 2)))
        )

    def structured(kind, names, at):
        over = base(names, at)
        keyed = kind is TypeKind.ENTITY and over is None
        own = (Property("id", TypeReference("Edm.String")),) if keyed else ()
        return StructuredType(
            names[at],
            kind,
            over,
            key=(PropertyRef("id"),) if keyed else (),
            properties=own + properties(f"{kind.value}{at}"),
            navigation_properties=navigation(f"{kind.value}{at}"),
        )

    types = [
        structured(kind, names, at)
        for kind, names in ((TypeKind.ENTITY, entities), (TypeKind.COMPLEX, complexes))
        for at in range(len(names))
    ]
    every = entities + complexes
    operations = tuple(
        Operation(
            f"n.o{i}",
            OperationKind.ACTION,
            bound=True,
            parameters=(
                Parameter("it", reference(entities)),
                Parameter("x", reference(every)),
            ),
            return_type=draw(st.sampled_from([None, ReturnType(reference(every))])),
        )
        for i in range(draw(st.integers(0, 3)))
    )
    container = EntityContainer(
        "n.S",
        entity_sets=tuple(
            EntitySet(f"s{i}", draw(st.sampled_from(entities)))
            for i in range(draw(st.integers(1, 2)))
        ),
        singletons=(Singleton("one", draw(st.sampled_from(entities))),),
    )
    return Model((SchemaInfo("n"),), tuple(types), operations, (), (container,))


def kinds_of(lineage, name):
    return {name, *lineage.descendants(name)} if not name.startswith("Edm.") else set()


def needed(model, payload):
    """The types that values of `payload` need, by the rules themselves, until nothing is added."""
    lineage = Lineage(model)
    payload, bases = set(payload), set()
    while True:
        before = len(payload), len(bases)
        for name in payload | bases:
            bases.update(base.name for base in lineage.ancestors(name))
            for prop in lineage.properties(name):
                payload.update(kinds_of(lineage, prop.type.name))
        if before == (len(payload), len(bases)):
            return payload, payload | bases


def assert_closed(model, whole):
    """Nothing in `model` refers to what it does not have, and types are as they were."""
    for declared in model.types:
        assert declared.base is None or declared.base in model.types_by_name
        assert declared.properties == whole.types_by_name[declared.name].properties
        for member in declared.properties + declared.navigation_properties:
            assert member.type.is_primitive or member.type.name in model.types_by_name
    for operation in model.operations:
        for parameter in operation.parameters:
            assert parameter.type.name in model.types_by_name
        if operation.return_type is not None:
            assert operation.return_type.type.name in model.types_by_name
    for container in model.containers:
        for child in container.entity_sets + container.singletons:
            assert child.type in model.types_by_name


@QUICK
@given(models(), st.data())
def test_a_slice_by_type_has_exactly_what_the_rules_ask_for(model, data):
    chosen = data.draw(st.sets(st.sampled_from(sorted(model.types_by_name)), min_size=1))
    result = slice_model(model, Selection(include_types=tuple(sorted(chosen))))
    lineage = Lineage(model)
    bound_to = {b for name in chosen for b in [name, *(a.name for a in lineage.ancestors(name))]}
    operations = [o for o in model.operations if o.binding.name in bound_to]
    start = set().union(*(kinds_of(lineage, name) for name in chosen))
    for operation in operations:
        for used in operation.own_parameters + (
            (operation.return_type,) if operation.return_type is not None else ()
        ):
            start |= kinds_of(lineage, used.type.name)
    payload, types = needed(model, start)
    assert set(result.model.types_by_name) == types
    assert result.model.operations == tuple(operations)
    assert_closed(result.model, model)
    for declared in result.model.types:
        whole = model.types_by_name[declared.name].navigation_properties
        kept = tuple(nav for nav in whole if nav.type.name in payload)
        assert declared.navigation_properties == kept


@dataclass(frozen=True)
class Walk:
    """A path that exists, the types on it, and where it ends."""

    segments: tuple[str, ...]
    types: tuple[str, ...]


@st.composite
def walks(draw, model):
    """A path that the model has, found by walking it."""
    lineage = Lineage(model)
    container = model.containers[0]
    child = draw(st.sampled_from(container.entity_sets + container.singletons))
    segments, types = [child.name], [child.type]
    at, many = child.type, isinstance(child, EntitySet)
    for _ in range(draw(st.integers(0, 4))):
        if many:
            segments.append("{key}")
            many = False
            continue
        navigation = lineage.navigation_properties(at)
        if not navigation:
            break
        step = draw(st.sampled_from(navigation))
        segments.append(step.name)
        at, many = step.type.name, step.type.collection
        types.append(at)
    return Walk(tuple(segments), tuple(types))


@QUICK
@given(models(), st.data())
def test_a_slice_by_path_has_what_is_on_the_path_and_nothing_without_a_reason(model, data):
    walk = data.draw(walks(model))
    pattern = "/" + "/".join(walk.segments)
    result = slice_model(model, Selection(include_paths=(pattern,)))
    lineage = Lineage(model)
    _, types = needed(model, {*walk.types, *kinds_of(lineage, walk.types[-1])})
    assert set(result.model.types_by_name) == types
    assert result.model.operations == ()
    assert_closed(result.model, model)
    children = result.model.containers[0]
    assert [c.name for c in children.entity_sets + children.singletons] == [walk.segments[0]]


@QUICK
@given(models(), st.data())
def test_stars_take_in_what_they_stand_for(model, data):
    walk = data.draw(walks(model))
    at = data.draw(st.integers(0, len(walk.segments) - 1))
    exact = slice_model(model, Selection(include_paths=("/".join(walk.segments),)))
    starred = (*walk.segments[:at], "*", *walk.segments[at + 1 :])
    wider = slice_model(model, Selection(include_paths=("/".join(starred),)))
    assert set(exact.model.types_by_name) <= set(wider.model.types_by_name)
    deeper = slice_model(model, Selection(include_paths=("/".join(walk.segments) + "/**",)))
    assert set(exact.model.types_by_name) <= set(deeper.model.types_by_name)
    assert_closed(deeper.model, model)


@QUICK
@given(models(), st.data())
def test_slicing_again_changes_nothing_and_reasons_are_complete(model, data):
    walk = data.draw(walks(model))
    names = data.draw(st.sets(st.sampled_from(sorted(model.types_by_name)), max_size=2))
    selection = Selection(tuple(sorted(names)), ("/".join(walk.segments) + "/**",))
    result = slice_model(model, selection)
    assert slice_model(result.model, selection).model == result.model
    assert set(result.reasons) == set(result.model.types_by_name)
    for name in result.reasons:
        chain = result.reasons[name]
        assert "selected by" in chain[0] and len(chain) == len(set(chain))


def to_xml(model, prefix):
    """The types, operations and the container as CSDL elements, names spelled with `prefix`."""

    def spelled(reference):
        name = reference.name.replace("n.", prefix)
        return f"Collection({name})" if reference.collection else name

    elements = []
    for t in model.types:
        tag = "EntityType" if t.kind is TypeKind.ENTITY else "ComplexType"
        base = "" if t.base is None else f' BaseType="{t.base.replace("n.", prefix)}"'
        members = "".join(
            f'<Property Name="{p.name}" Type="{spelled(p.type)}"/>' for p in t.properties
        ) + "".join(
            f'<NavigationProperty Name="{n.name}" Type="{spelled(n.type)}" '
            f'ContainsTarget="{str(n.contains_target).lower()}"/>'
            for n in t.navigation_properties
        )
        elements.append(f'<{tag} Name="{t.name[2:]}"{base}>{members}</{tag}>')
    for o in model.operations:
        parameters = "".join(
            f'<Parameter Name="{p.name}" Type="{spelled(p.type)}"/>' for p in o.parameters
        )
        returns = (
            "" if o.return_type is None else f'<ReturnType Type="{spelled(o.return_type.type)}"/>'
        )
        elements.append(
            f'<Action Name="{o.name[2:]}" IsBound="true">{parameters}{returns}</Action>'
        )
    return elements


@QUICK
@given(model=models(), data=st.data())
def test_spelling_and_files_do_not_change_the_meaning(csdl, model, data):
    whole = csdl.resolve(csdl.document("".join(to_xml(model, "n.")), namespace="n"))
    pieces = data.draw(st.permutations(to_xml(model, "self.")))
    cut = data.draw(st.integers(0, len(pieces)))
    parts = [
        csdl.document("".join(part), namespace="n", alias="self", source=source)
        for part, source in ((pieces[:cut], "b.csdl"), (pieces[cut:], "c.csdl"))
    ]
    assert not whole.errors
    split = csdl.resolve(*parts)
    assert split.model == whole.model and hash(split.model) == hash(whole.model)
    # What it means is what was generated: navigation collections hold no nulls, the rest is as it was.
    assert {t.name: t.base for t in whole.model.types} == {t.name: t.base for t in model.types}
    for mine, its in zip(model.types, whole.model.types, strict=True):
        assert mine.properties == its.properties


@QUICK
@given(model=models(), data=st.data())
def test_an_annotation_means_the_same_inline_and_by_target(csdl, model, data):
    def note(text):
        return f'<Annotation Term="v.Note" String="{text}"/>'

    inline, bare, targets = [], [], []
    for t in model.types:
        tag = "EntityType" if t.kind is TypeKind.ENTITY else "ComplexType"
        noted, plain = [], []
        for p in t.properties:
            start = f'<Property Name="{p.name}" Type="Edm.String">'
            noted.append(f"{start}{note(p.name)}</Property>")
            plain.append(f"{start}</Property>")
            targets.append((f"a.{t.name[2:]}/{p.name}", note(p.name)))
        own = note(t.name)
        targets.append((f"n.{t.name[2:]}", own))
        inline.append(f'<{tag} Name="{t.name[2:]}">{"".join(noted)}{own}</{tag}>')
        bare.append(f'<{tag} Name="{t.name[2:]}">{"".join(plain)}</{tag}>')
    by_target = "".join(
        f'<Annotations Target="{target}">{annotation}</Annotations>'
        for target, annotation in data.draw(st.permutations(targets))
    )
    structure = csdl.document("".join(bare), namespace="n", source="b.csdl")
    notes = csdl.document(
        by_target,
        namespace="notes",
        source="c.csdl",
        references=csdl.include("b.csdl", "n", "a"),
    )
    whole = csdl.resolve(csdl.document("".join(inline), namespace="n")).good
    assert csdl.resolve(structure, notes).good == whole
    assert all(t.annotations for t in whole.types)
