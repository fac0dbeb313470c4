"""Views of the templates: final text only, laid out as google-java-format would."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BuilderView",
    "ClientView",
    "EnumView",
    "FieldView",
    "HttpBuilderView",
    "HttpClientView",
    "HttpParametersView",
    "HttpReadmeView",
    "MemberView",
    "MethodView",
    "ModelView",
    "PomView",
    "ReadmeView",
    "RegistryChunkView",
    "RegistryView",
    "SchemesView",
    "TypeCaseView",
    "UnionView",
]


@dataclass(frozen=True, slots=True)
class MemberView:
    """One property with its accessors; `head` is everything before the getter: comment and annotation."""

    has_head: bool
    head: str
    getter: str
    read: str
    setter_head: str
    has_setter_head: bool
    setter: str
    write: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """A file with one model class; `header` ends in its brace, `statements` describe the type.

    `presets` are statements of the constructor, `additional` is the header of the map of undeclared properties.
    """

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    type_doc: str
    type_constant: str
    type_method: str
    has_statements: bool
    describe: str
    statements: tuple[str, ...]
    members: tuple[MemberView, ...]
    has_presets: bool
    constructor: str
    presets: tuple[str, ...]
    has_additional: bool
    additional: str
    additional_body: str


@dataclass(frozen=True, slots=True)
class UnionView:
    """A file with one union; `statements` describe it, `value` is what the runtime makes unions of."""

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    cls: str
    value: str
    type_constant: str
    describe: str
    statements: tuple[str, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field; `head` is its comment and annotations."""

    has_head: bool
    head: str
    declaration: str


@dataclass(frozen=True, slots=True)
class EnumView:
    """A file with one enumeration; `value` is the type of its values, `kind` what they are called.

    `parts` are the interfaces that have its constants, where it has none itself; `declaring` says who may declare
    members.
    """

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    cls: str
    type_constant: str
    members: tuple[FieldView, ...]
    parts: tuple[str, ...]
    declaring: str
    type_method: str
    value: str
    kind: str
    for_value: str


@dataclass(frozen=True, slots=True)
class EnumMembersView:
    """A file with some of the members of the enumeration `owner`, and the statements that declare them."""

    package: str
    owner: str
    cls: str
    members: tuple[FieldView, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of a builder; `head` is its comment and annotations."""

    has_head: bool
    head: str
    signature: str
    body: str


@dataclass(frozen=True, slots=True)
class BuilderView:
    """A file with one request builder; `constructor` is the constructor's signature."""

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    constructor_doc: str
    has_constructor_doc: bool
    constructor: str
    construction: str
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class HttpParametersView:
    """A class inside a builder: what one call takes outside of path and body."""

    doc: str
    header: str
    fields: tuple[FieldView, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HttpBuilderView:
    """A file with one request builder of a path; `constants` are its calls as the description has them."""

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    constants: tuple[str, ...]
    constructor_doc: str
    has_constructor_doc: bool
    constructor: str
    construction: str
    methods: tuple[MethodView, ...]
    parameters: tuple[HttpParametersView, ...]


@dataclass(frozen=True, slots=True)
class HttpClientView:
    """The client's file."""

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    cls: str
    has_base_url: bool
    base_url: str


@dataclass(frozen=True, slots=True)
class SchemesView:
    """The file with the ways to prove who calls."""

    package: str
    imports: tuple[str, ...]
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class HttpReadmeView:
    """`chain` is a first call, `scheme` the constant of a scheme, `calls` says how calls are found."""

    title: str
    group: str
    artifact: str
    version: str
    package: str
    client: str
    base_url: str
    has_base_url: bool
    has_chain: bool
    chain: str
    has_scheme: bool
    scheme: str
    calls: str


@dataclass(frozen=True, slots=True)
class TypeCaseView:
    """One case of a switch: a literal and what is returned."""

    literal: str
    result: str


@dataclass(frozen=True, slots=True)
class RegistryChunkView:
    """A part of the table of types, small enough for one method."""

    package: str
    imports: tuple[str, ...]
    cls: str
    returns: str
    cases: tuple[TypeCaseView, ...]


@dataclass(frozen=True, slots=True)
class RegistryView:
    """The table of types: which parts it has, in order of their first names."""

    package: str
    imports: tuple[str, ...]
    models: tuple[TypeCaseView, ...]
    enumerations: tuple[TypeCaseView, ...]
    aliases: tuple[TypeCaseView, ...]


@dataclass(frozen=True, slots=True)
class ClientView:
    """The client's file."""

    package: str
    imports: tuple[str, ...]
    doc: str
    header: str
    cls: str
    has_base_url: bool
    base_url: str


@dataclass(frozen=True, slots=True)
class ServiceTraitsView:
    """What the metadata says of a service as a whole; `version` is an older version of OData, where it speaks one."""

    package: str
    imports: tuple[str, ...]
    is_older: bool
    version: str
    batch_format: str
    batch_limit: int
    batch_slash: str


@dataclass(frozen=True, slots=True)
class PomView:
    """Values are finished text of XML."""

    group: str
    artifact: str
    version: str
    description: str


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """`collection` is a chain of accessors, `model` a class for examples."""

    title: str
    group: str
    artifact: str
    version: str
    package: str
    client: str
    base_url: str
    has_base_url: bool
    has_collection: bool
    collection: str
    has_model: bool
    model_package: str
    model: str
