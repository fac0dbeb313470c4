"""Whatever the schema: the surface is finite, closed, and each of its resources can be found."""

from hypothesis import given, settings
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
    Singleton,
    StructuredType,
    TypeKind,
    TypeReference,
)
from edmund.surface.build import build_surface
from edmund.surface.elements import Edge
from edmund.surface.lookup import Found, PathFinder
from edmund.targets.python.chain_names import KIOTA, NATURAL

ENTITIES = 5
VALUES = 3
ID = Property("id", TypeReference("Edm.String", nullable=False))

entity_names = st.integers(0, ENTITIES - 1).map(lambda at: f"n.E{at}")
value_names = st.integers(0, VALUES - 1).map(lambda at: f"n.V{at}")
any_types = st.builds(
    TypeReference,
    st.one_of(entity_names, value_names, st.sampled_from(["Edm.String", "Edm.Stream"])),
    st.booleans(),
)


@st.composite
def navigations(draw: st.DrawFn, prefix: str) -> tuple[NavigationProperty, ...]:
    return tuple(
        NavigationProperty(
            f"{prefix}{at}",
            TypeReference(draw(entity_names), draw(st.booleans())),
            contains_target=draw(st.booleans()),
        )
        for at in range(draw(st.integers(0, 3)))
    )


@st.composite
def structured(draw: st.DrawFn, kind: TypeKind, letter: str, at: int) -> StructuredType:
    base = f"n.{letter}{draw(st.integers(0, at - 1))}" if at and draw(st.booleans()) else None
    is_entity = kind is TypeKind.ENTITY
    properties = [
        Property(f"{letter.lower()}{at}p{i}", draw(any_values))
        for i in range(draw(st.integers(0, 2)))
    ]
    has_key = is_entity and base is None and draw(st.booleans())
    return StructuredType(
        f"n.{letter}{at}",
        kind,
        base,
        abstract=draw(st.booleans()),
        has_stream=is_entity and draw(st.booleans()),
        key=(PropertyRef("id"),) if has_key else (),
        properties=(*([ID] if has_key else []), *properties),
        navigation_properties=draw(navigations(f"{letter.lower()}{at}n")),
    )


any_values = st.builds(
    TypeReference,
    st.one_of(value_names, st.sampled_from(["Edm.String", "Edm.Stream"])),
    st.booleans(),
)


@st.composite
def operations(draw: st.DrawFn, at: int) -> Operation:
    kind = draw(st.sampled_from(OperationKind))
    returns = draw(any_types) if kind is OperationKind.FUNCTION else draw(st.none() | any_types)
    own = tuple(Parameter(f"p{i}", draw(any_types)) for i in range(draw(st.integers(0, 2))))
    return Operation(
        f"n.o{at}",
        kind,
        bound=True,
        composable=draw(st.booleans()),
        parameters=(Parameter("it", draw(any_types)), *own),
        return_type=ReturnType(returns) if returns is not None else None,
    )


@st.composite
def models(draw: st.DrawFn) -> Model:
    types = [draw(structured(TypeKind.ENTITY, "E", at)) for at in range(ENTITIES)]
    types += [draw(structured(TypeKind.COMPLEX, "V", at)) for at in range(VALUES)]
    sets = tuple(EntitySet(f"set{at}", draw(entity_names)) for at in range(draw(st.integers(0, 3))))
    singletons = tuple(
        Singleton(f"one{at}", draw(entity_names)) for at in range(draw(st.integers(0, 2)))
    )
    return Model(
        types=tuple(types),
        operations=tuple(draw(operations(at)) for at in range(draw(st.integers(0, 4)))),
        containers=(EntityContainer("n.C", entity_sets=sets, singletons=singletons),),
    )


@settings(max_examples=150)
@given(models())
def test_a_surface_is_closed_and_every_resource_is_found(model: Model) -> None:
    surface, findings = build_surface(model)
    assert findings == ()
    assert len(surface.by_id) == len(surface.resources)
    finder = PathFinder(surface)
    ways: dict[str, tuple[Edge, ...]] = {surface.root: ()}
    for resource in surface.resources:
        for edge in resource.edges:
            ways.setdefault(edge.target, (*ways[resource.id], edge))
        for style in (KIOTA, NATURAL):
            names = style.of(resource)
            assert len(set(names)) == len(names)
        methods = [call.method for call in resource.calls]
        assert len(methods) == len(set(methods))
    assert set(ways) == set(surface.by_id)
    for id_, way in ways.items():
        found = finder.find(Found(surface.by_id[id_], way).path)
        assert found is not None and found.resource.id == id_


@settings(max_examples=50)
@given(models())
def test_the_same_model_gives_the_same_surface(model: Model) -> None:
    assert build_surface(model) == build_surface(model)
