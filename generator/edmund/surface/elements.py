"""The Surface: what can be addressed and called. A graph of resources by type, joined by URL segments.

Nodes are shared and cycles are welcome. A resource is identified by what it answers and how it is
held, never by the path that led to it: `users/{id}/manager` and `groups/{id}/owners/{id}` may be one
resource. A resource whose capabilities are annotated apart gets an identity of its own, named after
the annotated element, so that identities stay the same when other parts of the schema change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from edmund.diagnostics import Span
from edmund.surface.exchange import HttpCall, Server
from edmund.surface.restrictions import NOTHING_RESTRICTED, QueryRestrictions
from edmund.surface.types import (
    NO_DOCUMENTATION,
    Deprecation,
    Documentation,
    Type,
    Types,
)

__all__ = [
    "Call",
    "CallKind",
    "CustomParameter",
    "Deprecation",
    "Edge",
    "Grant",
    "HttpMethod",
    "KeyPart",
    "Parameter",
    "PathPermissions",
    "QueryOption",
    "Resource",
    "ResourceKind",
    "Scheme",
    "SegmentKind",
    "Surface",
]


class HttpMethod(Enum):
    GET = "GET"
    POST = "POST"
    PATCH = "PATCH"
    PUT = "PUT"
    DELETE = "DELETE"
    HEAD = "HEAD"
    OPTIONS = "OPTIONS"
    TRACE = "TRACE"
    QUERY = "QUERY"
    OTHER = "other"  # `Call.http` has its name


class ResourceKind(Enum):
    """What a resource is on the wire."""

    ROOT = "root"
    COLLECTION = "collection"  # of entities that live here: entity set, contained navigation
    REFERENCED_COLLECTION = "referenced collection"  # of entities that live elsewhere (too)
    ENTITY = "entity"  # by key or contained single navigation
    REFERENCED_ENTITY = "referenced entity"
    SINGLETON = "singleton"
    COMPLEX = "complex"  # an addressed property of complex type, single or collection
    STREAM = "stream"  # media entity's $value or a stream property
    COUNT = "count"
    REFERENCE = "reference"  # $ref of one
    REFERENCE_COLLECTION = "reference collection"  # $ref of a collection
    ACTION = "action"
    FUNCTION = "function"
    CAST_COLLECTION = "cast collection"
    CAST_ENTITY = "cast entity"
    PRIMITIVE = "primitive"  # addressed primitive property
    PATH = "path"  # a path of which nothing more is known


class SegmentKind(Enum):
    """How an edge extends the URL."""

    CHILD = "child"  # entity set, singleton
    NAVIGATION = "navigation"
    PROPERTY = "property"
    KEY = "key"  # /{key} (key-as-segment)
    KEY_PREDICATE = "key predicate"  # ('{key}') or (A={A},B={B}) on the same segment
    ALTERNATE_KEY = "alternate key"  # (appId='{appId}') on the same segment
    CAST = "cast"
    OPERATION = "operation"  # /ns.name or /ns.name(a={a},b={b})
    IMPORT = "import"
    COUNT = "$count"
    REFERENCE = "$ref"
    VALUE = "$value"
    TEMPLATE = "template"  # text and parameters in one segment: {base}...{head}


class CallKind(Enum):
    LIST = "list"
    READ = "read"
    CREATE = "create"
    UPDATE = "update"
    REPLACE = "replace"
    DELETE = "delete"
    COUNT = "count"
    INVOKE = "invoke"
    READ_STREAM = "read stream"
    WRITE_STREAM = "write stream"
    LIST_REFERENCES = "list references"
    READ_REFERENCE = "read reference"
    ADD_REFERENCE = "add reference"
    SET_REFERENCE = "set reference"
    REMOVE_REFERENCE = "remove reference"
    CALL = "call"  # of no purpose that is known


class QueryOption(Enum):
    """System query options (OData URL Conventions 4.01, section 5.1), by name without `$`."""

    SELECT = "select"
    EXPAND = "expand"
    FILTER = "filter"
    ORDERBY = "orderby"
    TOP = "top"
    SKIP = "skip"
    SEARCH = "search"
    COUNT = "count"
    FORMAT = "format"
    DELTATOKEN = "deltatoken"


class Scheme(Enum):
    """Permission schemes of the service's permissions file."""

    DELEGATED_WORK = "DelegatedWork"
    DELEGATED_PERSONAL = "DelegatedPersonal"
    APPLICATION = "Application"


@dataclass(frozen=True, slots=True)
class Grant:
    """One scheme's permissions for a call; names sorted. Both empty: the scheme is not supported.

    `also_requires` lists the permissions of `least` and `higher` that do not suffice alone, each with
    the alternatives of which one is needed as well.
    """

    scheme: Scheme
    least: tuple[str, ...] = ()
    higher: tuple[str, ...] = ()
    also_requires: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class PathPermissions:
    """What a call needs when its resource is addressed by `path` (`/identity/apiConnectors/{id}`)."""

    path: str
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of a key, a parameter in a segment, or a member of the object that an action takes.

    `required`: a caller gives a value other than null; `optional`: it may be left out.
    """

    name: str
    type: Type
    required: bool = False
    optional: bool = False
    secret: bool = False
    documentation: Documentation = NO_DOCUMENTATION
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class CustomParameter:
    """A query option or header of the service's own (Capabilities.CustomParameter)."""

    name: str
    required: bool = False
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One operation on a resource.

    `body` and `returns` are types in use; None means no content. A CREATE, UPDATE or WRITE call's body is
    a type of the model (or Edm.Stream); an INVOKE of an action has `parameters` instead, sent as one JSON
    object. A function's parameters are on the edge, in the URL. `custom_query` and `custom_headers` are
    what the service takes beside the system query options. `http` is what else a description says of a call
    that follows no protocol above HTTP.
    """

    kind: CallKind
    method: HttpMethod
    body: Type | None = None
    parameters: tuple[Parameter, ...] = ()
    returns: Type | None = None
    query: tuple[QueryOption, ...] = ()
    custom_query: tuple[CustomParameter, ...] = ()
    custom_headers: tuple[CustomParameter, ...] = ()
    pageable: bool = False
    delta: bool = False
    permissions: tuple[PathPermissions, ...] = ()
    description: str | None = None
    long_description: str | None = None
    deprecation: Deprecation | None = None
    operation: str | None = None  # qualified name of the action or function
    http: HttpCall | None = None
    span: Span | None = field(default=None, compare=False)

    @property
    def is_documented(self) -> bool:
        """Whether there is more to say of it than what its kind says."""
        return bool(
            self.permissions or self.description or self.long_description or self.deprecation
        )


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One key of a KEY, KEY_PREDICATE or ALTERNATE_KEY segment: `name` in the URL, property path, type."""

    name: str
    property: str
    type: Type


@dataclass(frozen=True, slots=True)
class Edge:
    """One URL segment from a resource to another.

    `name` is the text on the wire: `apiConnectors`, `graph.user` for a cast (as the service spells it),
    `microsoft.graph.security.export` for an operation (qualified, unless the service takes names of its
    default namespace bare, as in `delta`; an import is always bare), `$count`, and empty for a key.
    KEY_PREDICATE and ALTERNATE_KEY extend the segment before them: `People` and `('{id}')` make one.
    `keys` is set for the three kinds of keys, `parameters` for functions:
    (`startDateTime={startDateTime}`), the optional ones in `optional_parameters`. `qualified_name` names the
    element of the description behind the segment (`ns.type/nav`, operation, type) or None. `set_of_type` is the
    first child of the root that lists what a single one is, also where a slice lacks it. `restrictions` are of
    queries for what the segment leads to.
    """

    kind: SegmentKind
    name: str
    target: str
    keys: tuple[KeyPart, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    optional_parameters: tuple[Parameter, ...] = ()
    restrictions: QueryRestrictions = NOTHING_RESTRICTED
    qualified_name: str | None = None
    description: str | None = None
    deprecation: Deprecation | None = None
    set_of_type: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Resource:
    """A node. `id` is unique and stable; `type` is what a read answers, None for ROOT and actions.

    The id says role and type (`collection:ns.T`, `referenced item:ns.T`, `function:ns.f(ns.T,a)`), and
    after an `@` the element that sets the resource apart from the plain one of its type. `declared_on`
    names that element (`ns.type/nav`, `ns.Container/set`, `ns.Container/set/nav`), else it is None.
    """

    id: str
    kind: ResourceKind
    type: Type | None
    edges: tuple[Edge, ...] = ()
    calls: tuple[Call, ...] = ()
    declared_on: str | None = None
    description: str | None = None


@dataclass(frozen=True)
class Surface:
    """All resources, the root first, then in the order in which a breadth-first walk meets them.

    `types` are those that calls speak of. `names` are what the service calls itself, qualified, its own name
    before those of what it extends; `version` is the OData version that it talks, empty where it talks none.
    `servers` are where it answers, as far as its description knows.
    """

    root: str
    resources: tuple[Resource, ...]
    types: Types = field(default_factory=Types)
    names: tuple[str, ...] = ()
    version: str = "4.01"
    servers: tuple[Server, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Resource]:
        return {r.id: r for r in self.resources}

    @property
    def name(self) -> str | None:
        """What the service calls itself, or None."""
        return self.names[0] if self.names else None
