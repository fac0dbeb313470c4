"""What the C# templates see: final text, bools, and tuples of them. `doc` are lines behind `/// `."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.targets.csharp.usings import Usings

__all__ = [
    "BuilderFileView",
    "BuilderView",
    "CallView",
    "ClientView",
    "EnumMemberView",
    "EnumView",
    "FieldView",
    "HttpClientView",
    "HttpReadmeView",
    "LinkView",
    "ModelView",
    "OptionView",
    "OptionsFileView",
    "OptionsView",
    "OtherMembersView",
    "ParametersFileView",
    "ParametersView",
    "PathBodiesView",
    "PathBodyView",
    "ProjectView",
    "PropertyView",
    "ReadmeView",
    "SaidMemberView",
    "ScalarEnumView",
    "SchemaTableView",
    "TableEntryView",
    "UnionView",
    "VariantView",
]


@dataclass(frozen=True, slots=True)
class PropertyView:
    """`get` and `set_` are the expressions behind `=>`."""

    doc: tuple[str, ...]
    type: str
    name: str
    get: str
    set: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A static field: its type, its name and the expression of its value."""

    type: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SaidMemberView:
    """A member that new objects have: its name on the wire and its JSON text, as literals."""

    name: str
    json: str


@dataclass(frozen=True, slots=True)
class OtherMembersView:
    """The typed view of members that have no property."""

    type: str
    name: str
    codec: str


@dataclass(frozen=True, slots=True)
class ModelView:
    """A class with its table: `facts` are initializers, `shapes` one expression for each property.

    `fields` are the codecs of properties whose values are put together, `said` what new objects have from the
    start, and `others` holds the one view of all other members, where these have a type.
    """

    usings: Usings
    namespace: str
    doc: tuple[str, ...]
    name: str
    bases: str
    type_name: str
    facts: tuple[str, ...]
    has_shapes: bool
    shapes: tuple[str, ...]
    model_type: str
    properties: tuple[PropertyView, ...]
    fields: tuple[FieldView, ...] = ()
    has_said: bool = False
    said: tuple[SaidMemberView, ...] = ()
    others: tuple[OtherMembersView, ...] = ()


@dataclass(frozen=True, slots=True)
class EnumMemberView:
    doc: tuple[str, ...]
    name: str
    literal: str


@dataclass(frozen=True, slots=True)
class EnumView:
    usings: Usings
    namespace: str
    doc: tuple[str, ...]
    name: str
    bases: str
    open_enum: str
    open_enum_of: str
    type_name: str
    is_flags: bool
    flags: str
    table: str
    members: tuple[EnumMemberView, ...]


@dataclass(frozen=True, slots=True)
class ScalarEnumView:
    """An enumeration whose members are JSON values of any kind."""

    usings: Usings
    namespace: str
    doc: tuple[str, ...]
    name: str
    bases: str
    scalar_of: str
    wire: str
    scalars: str
    members: tuple[EnumMemberView, ...]


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant of a union. `is_alone`: no other has its C# type, so that a value of it can stand for the union."""

    name: str
    at: str
    shape: str
    type: str
    optional: str
    argument: str
    codec: str
    codec_type: str
    typed: str
    is_alone: bool


@dataclass(frozen=True, slots=True)
class UnionView:
    usings: Usings
    namespace: str
    doc: tuple[str, ...]
    name: str
    bases: str
    interface: str
    shape: str
    type_name: str
    property: str
    variants: tuple[VariantView, ...]


@dataclass(frozen=True, slots=True)
class TableEntryView:
    """An arm of a switch: both sides finished."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SchemaTableView:
    """`values` are those of enumerations whose members are not all text; only clients without OData have these and unions."""

    namespace: str
    models: tuple[TableEntryView, ...]
    bodies: tuple[TableEntryView, ...]
    enums: tuple[TableEntryView, ...]
    aliases: tuple[TableEntryView, ...]
    is_http: bool
    unions: tuple[TableEntryView, ...]
    values: tuple[TableEntryView, ...]
    qualifies: str
    is_older: bool
    older: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """A way to another builder: a property, an indexer, or a method; `head` is all before `=>`."""

    doc: tuple[str, ...]
    parameters: tuple[str, ...]
    head: str
    body: str


@dataclass(frozen=True, slots=True)
class CallView:
    """A call: its documentation, and the declarations of the method that sends and of the one that does not.

    `short` is the overload with a body and a cancellation token, `pages` the iteration over all items, `items` what
    it is given beside the first request, `alias` what the official client calls a call whose answer has a class of its own.
    `keys` are the parameters for the path, where no chain has led there.
    """

    doc: tuple[str, ...]
    verb: str
    has_body: bool
    returns: str
    request: str
    body_type: str
    body_parameter: str
    body_argument: str
    configuration: str
    token: str
    make: str
    has_pages: bool
    pages: str
    has_alias: bool
    alias: str
    items: str = ""
    iterate: str = "IterateAsync"
    keys: str = ""
    key_arguments: str = ""
    key_docs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuilderView:
    """`is_root`: the client derives from it. `fields` are the tables of its calls."""

    doc: tuple[str, ...]
    is_root: bool
    name: str
    base: str
    place: str
    links: tuple[LinkView, ...]
    calls: tuple[CallView, ...]
    fields: tuple[FieldView, ...] = ()


@dataclass(frozen=True, slots=True)
class BuilderFileView:
    usings: Usings
    namespace: str
    builders: tuple[BuilderView, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    doc: tuple[str, ...]
    type: str
    name: str
    get: str
    set: str


@dataclass(frozen=True, slots=True)
class OptionsView:
    """The options that calls take; `is_generic`: whatever the type `T` of the items, which is a `model`."""

    doc: tuple[str, ...]
    name: str
    base: str
    options: tuple[OptionView, ...]
    is_generic: bool
    model: str


@dataclass(frozen=True, slots=True)
class OptionsFileView:
    usings: Usings
    namespace: str
    options: tuple[OptionsView, ...]


@dataclass(frozen=True, slots=True)
class ParametersView:
    """The parameters of one call; `shapes` are the expressions that make the table of them."""

    doc: tuple[str, ...]
    name: str
    base: str
    shape: str
    shapes: tuple[str, ...]
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class ParametersFileView:
    usings: Usings
    namespace: str
    classes: tuple[ParametersView, ...]


@dataclass(frozen=True, slots=True)
class HttpClientView:
    """The client of a service that follows no protocol above HTTP; `schemes` are tables, in the constructor."""

    usings: Usings
    namespace: str
    doc: tuple[str, ...]
    name: str
    root: str
    place: str
    core: str
    access: str
    credentials: str
    client_options: str
    request: str
    response: str
    traits: str
    product: str
    schemes: tuple[str, ...]
    has_base_url: bool
    base_url: str


@dataclass(frozen=True, slots=True)
class HttpReadmeView:
    project: str
    package: str
    client: str
    base_url: str
    credential: str
    schemes: tuple[str, ...]
    has_schemes: bool
    example: str
    has_example: bool


@dataclass(frozen=True, slots=True)
class ClientView:
    usings: Usings
    namespace: str
    doc: tuple[str, ...]
    name: str
    root: str
    place: str
    core: str
    strings: str
    access: str
    credential: str
    client_options: str
    batch: str
    request: str
    response: str
    polling: str
    traits: str
    known_traits: str
    has_base_url: bool
    base_url: str


@dataclass(frozen=True, slots=True)
class ProjectPropertyView:
    """A property of the project: its element and the escaped text."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class ProjectView:
    assembly: str
    namespace: str
    version: str
    properties: tuple[ProjectPropertyView, ...]


@dataclass(frozen=True, slots=True)
class ReadmeView:
    project: str
    package: str
    client: str
    base_url: str
    has_example: bool
    example: str
    type_name: str


@dataclass(frozen=True, slots=True)
class PathBodyView:
    namespace: str
    doc: tuple[str, ...]
    name: str
    base: str


@dataclass(frozen=True, slots=True)
class PathBodiesView:
    bodies: tuple[PathBodyView, ...]
