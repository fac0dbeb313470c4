"""How a service spells names and keys in URLs, as far as its metadata says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from edmund.model.elements import Model
from edmund.model.vocabulary import CORE, KEY_AS_SEGMENT_SUPPORTED, is_true, tag
from edmund.vendors import graph

__all__ = ["UrlConventions", "known_service_root", "url_conventions"]


@dataclass(frozen=True, slots=True)
class UrlConventions:
    """`aliases` has the alias of each default namespace that has one.

    Everywhere else names are qualified with their namespace and keys are written in parentheses: that is
    what every OData service takes (URL Conventions 4.01, sections 4.3 and 4.5).
    """

    key_as_segment: bool = False
    default_namespaces: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def operation(self, qualified_name: str) -> str:
        """The segment of a bound operation."""
        namespace, _, name = qualified_name.rpartition(".")
        return name if namespace in self.default_namespaces else qualified_name

    def cast(self, qualified_name: str) -> str:
        """The segment of a type cast; the service's own alias where its namespace is a default one."""
        namespace, _, name = qualified_name.rpartition(".")
        alias = self.aliases.get(namespace)
        return f"{alias}.{name}" if alias else qualified_name


def url_conventions(model: Model) -> UrlConventions:
    """What the annotations of containers and schemas say, and what is known of Microsoft Graph."""
    defaults = {
        schema.namespace
        for schema in model.schemas
        if is_true(schema.annotations, CORE + "DefaultNamespace")
    }
    if not model.version.startswith("4."):
        # Before 4.0 functions have names without namespaces (OData 3, URL Conventions, section 4).
        return UrlConventions(False, frozenset(schema.namespace for schema in model.schemas))
    as_segment = [tag(c.annotations, KEY_AS_SEGMENT_SUPPORTED) for c in model.containers]
    key_as_segment = True in as_segment
    # Graph documents both, but its metadata lacks the annotations that say so.
    if graph.is_graph(container.name for container in model.containers):
        defaults.add(graph.NAMESPACE)
        key_as_segment = False not in as_segment
    return UrlConventions(
        key_as_segment,
        frozenset(defaults),
        {s.namespace: s.alias for s in model.schemas if s.alias and s.namespace in defaults},
    )


def known_service_root(model: Model) -> str | None:
    """The root of a service that everybody knows by its container, for when the user gives none.

    Metadata does not say where its service is, and callers of the official clients never had to.
    """
    names = [container.name for container in model.containers]
    return graph.SERVICE_ROOT if graph.is_graph_service(names) else None
