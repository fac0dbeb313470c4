"""Surfaces of small schemas, written as the inside of a Schema element."""

from collections.abc import Callable

import pytest

from edmund.csdl.reader import parse_document
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model
from edmund.surface.build import build_surface
from edmund.surface.elements import Call, Edge, HttpMethod, Resource, SegmentKind, Surface

EDM = "http://docs.oasis-open.org/odata/ns/edm"
EDMX = "http://docs.oasis-open.org/odata/ns/edmx"


def model_of(schema: str, namespace: str = "n", attributes: str = "") -> Model:
    text = (
        f'<edmx:Edmx Version="4.01" xmlns:edmx="{EDMX}"><edmx:DataServices>'
        f'<Schema xmlns="{EDM}" Namespace="{namespace}" {attributes}>{schema}</Schema>'
        "</edmx:DataServices></edmx:Edmx>"
    )
    document, _ = parse_document(text.encode(), "test.csdl")
    return resolve_model([document])[0]


class Reader:
    """Asks a surface short questions."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface

    def at(self, *steps: str) -> Resource:
        """The resource behind edges by name; a key is `{}`, an alternate key `{name}`."""
        resource = self.surface.by_id[self.surface.root]
        for step in steps:
            edges = [e for e in resource.edges if self._named(e) == step]
            assert edges, f"no {step} among {[self._named(e) for e in resource.edges]}"
            resource = self.surface.by_id[edges[0].target]
        return resource

    def edges(self, *steps: str) -> list[str]:
        return [self._named(e) for e in self.at(*steps).edges]

    def edge(self, *steps: str) -> Edge:
        return next(e for e in self.at(*steps[:-1]).edges if self._named(e) == steps[-1])

    def methods(self, *steps: str) -> list[str]:
        return [call.method.value for call in self.at(*steps).calls]

    def call(self, method: HttpMethod, *steps: str) -> Call:
        return next(c for c in self.at(*steps).calls if c.method is method)

    def options(self, *steps: str) -> set[str]:
        return {o.value for o in self.call(HttpMethod.GET, *steps).query}

    @staticmethod
    def _named(edge: Edge) -> str:
        if edge.kind in (SegmentKind.KEY, SegmentKind.KEY_PREDICATE):
            return "{}"
        if edge.kind is SegmentKind.ALTERNATE_KEY:
            return "{" + ",".join(k.name for k in edge.keys) + "}"
        parameters = ",".join(p.name for p in edge.parameters)
        return f"{edge.name}({parameters})" if parameters else edge.name


@pytest.fixture
def surface_of() -> Callable[..., Reader]:
    """Builds the surface of a schema's content; keywords are those of `model_of`."""

    def build(schema: str, namespace: str = "n", attributes: str = "") -> Reader:
        return Reader(build_surface(model_of(schema, namespace, attributes))[0])

    return build
