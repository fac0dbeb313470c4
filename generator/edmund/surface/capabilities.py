"""What annotations say may be done with an addressed element (OData Capabilities vocabulary V1).

`read_capabilities` collects what is said; every field is None where nothing is. What holds then is
the role's own default, applied by `settle`: an entity set takes all calls, a collection that is only
referenced takes those that the specification gives for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Final

from edmund.csdl.expression import AnnotationValue, Expression, Path, Record
from edmund.diagnostics import Span
from edmund.model.vocabulary import (
    CAPABILITIES,
    EXPLICIT_OPERATION_BINDINGS,
    OPERATION_RESTRICTIONS,
    boolean,
    find,
    find_value,
    member_names,
    records,
    tag,
    text,
    texts,
)
from edmund.surface.declared_restrictions import read_restrictions
from edmund.surface.elements import CustomParameter, Grant, HttpMethod, QueryOption, Scheme
from edmund.surface.restrictions import NOTHING_RESTRICTED, QueryRestrictions, merge_restrictions

__all__ = [
    "NOTHING_SAID",
    "CallNotes",
    "Capabilities",
    "NestedRestriction",
    "default_capabilities",
    "merge",
    "operation_notes",
    "read_capabilities",
    "under",
]


@dataclass(frozen=True, slots=True)
class CallNotes:
    """What annotations say of one call: words, permissions, the service's own query options."""

    description: str | None = None
    long_description: str | None = None
    grants: tuple[Grant, ...] = ()
    unknown_schemes: tuple[str, ...] = ()
    query: tuple[CustomParameter, ...] = ()
    headers: tuple[CustomParameter, ...] = ()
    span: Span | None = field(default=None, compare=False)


NO_NOTES: Final = CallNotes()


@dataclass(frozen=True, slots=True)
class NestedRestriction:
    """What an element says of a navigation path below its items (NavigationPropertyRestriction)."""

    path: tuple[str, ...]
    capabilities: Capabilities


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What is said; None and empty where nothing is.

    `query` maps a query option to whether it may be used. `navigable` says whether the element itself
    may be navigated to, `children_navigable` the same of the navigation properties of its items.
    `restrictions` are of the segment and do not set a resource apart.
    """

    listable: bool | None = None
    readable: bool | None = None
    insertable: bool | None = None
    updatable: bool | None = None
    update_methods: tuple[HttpMethod, ...] | None = None
    deletable: bool | None = None
    countable: bool | None = None
    indexable: bool | None = None
    referenceable: bool | None = None
    navigable: bool | None = None
    children_navigable: bool | None = None
    query: tuple[tuple[QueryOption, bool], ...] = ()
    restrictions: QueryRestrictions = field(default=NOTHING_RESTRICTED, compare=False)
    listing: CallNotes | None = None
    reading: CallNotes | None = None
    creating: CallNotes | None = None
    updating: CallNotes | None = None
    deleting: CallNotes | None = None
    explicit_operations: tuple[str, ...] = ()
    nested: tuple[NestedRestriction, ...] = field(default=())

    @property
    def notes(self) -> tuple[CallNotes, ...]:
        """All that is said of single calls."""
        said = (self.listing, self.reading, self.creating, self.updating, self.deleting)
        return tuple(notes for notes in said if notes is not None)

    def allows(self, option: QueryOption) -> bool:
        """Whether nothing forbids `option`."""
        return dict(self.query).get(option, True)


NOTHING_SAID: Final = Capabilities()

_SCHEMES: Final[Mapping[str, Scheme]] = {scheme.value: scheme for scheme in Scheme}

_FLAGGED_OPTIONS: Final = (
    ("FilterRestrictions", "Filterable", QueryOption.FILTER),
    ("SortRestrictions", "Sortable", QueryOption.ORDERBY),
    ("SearchRestrictions", "Searchable", QueryOption.SEARCH),
    ("ExpandRestrictions", "Expandable", QueryOption.EXPAND),
    ("SelectSupport", "Supported", QueryOption.SELECT),
    ("SelectRestrictions", "Selectable", QueryOption.SELECT),  # a spelling that services use
    ("CountRestrictions", "Countable", QueryOption.COUNT),
)
_TAGGED_OPTIONS: Final = (("TopSupported", QueryOption.TOP), ("SkipSupported", QueryOption.SKIP))
_TERMS: Final = (
    *(term for term, _, _ in _FLAGGED_OPTIONS),
    *(term for term, _ in _TAGGED_OPTIONS),
    "FilterFunctions",
    "ReadRestrictions",
    "InsertRestrictions",
    "UpdateRestrictions",
    "DeleteRestrictions",
    "NavigationRestrictions",
    "IndexableByKey",
)


def read_capabilities(annotations: Iterable[AnnotationValue]) -> Capabilities:
    """What the annotations of an entity set, a singleton or a property say."""
    annotations = tuple(annotations)
    if not annotations:
        return NOTHING_SAID
    said: dict[str, Expression | None] = {}
    for term in _TERMS:
        found = find(annotations, CAPABILITIES + term)
        if found is not None:
            said[term] = found.value
    tags: dict[str, bool | None] = {
        term: tag(annotations, CAPABILITIES + term)
        for term in ("TopSupported", "SkipSupported", "IndexableByKey")
        if term in said
    }
    operations = texts(find_value(annotations, EXPLICIT_OPERATION_BINDINGS)) or ()
    if not said and not operations:
        return NOTHING_SAID
    return replace(_capabilities(said, tags), explicit_operations=operations)


def default_capabilities(annotations: Iterable[AnnotationValue]) -> Capabilities:
    """What an entity container says of all that it holds (DefaultCapabilities, SelectSupport)."""
    annotations = tuple(annotations)
    said = _record(find_value(annotations, CAPABILITIES + "DefaultCapabilities"))
    defaults = _from_record(said) if said is not None else NOTHING_SAID
    return merge(read_capabilities(annotations), defaults)


def operation_notes(annotations: Iterable[AnnotationValue]) -> CallNotes:
    """What an action or function says of its call (OperationRestrictions)."""
    return _notes(_record(find_value(annotations, OPERATION_RESTRICTIONS)))


def merge(over: Capabilities, base: Capabilities) -> Capabilities:
    """`over` where it says something, else `base`."""
    if over is NOTHING_SAID:
        return base
    if base is NOTHING_SAID:
        return over
    values: dict[str, object] = {}
    for one in fields(Capabilities):
        upper, lower = getattr(over, one.name), getattr(base, one.name)
        values[one.name] = lower if upper is None or upper == () else upper
    values["restrictions"] = merge_restrictions(over.restrictions, base.restrictions)
    values["query"] = _query(dict(base.query) | dict(over.query))
    values["nested"] = over.nested + base.nested
    return Capabilities(**values)  # type: ignore[arg-type]


def under(nested: tuple[NestedRestriction, ...], name: str) -> Capabilities:
    """What the restrictions say of the child called `name`, those for its own children included."""
    own = NOTHING_SAID
    deeper: list[NestedRestriction] = []
    for restriction in nested:
        if restriction.path[0] != name:
            continue
        if len(restriction.path) == 1:
            own = merge(own, restriction.capabilities)
        else:
            deeper.append(NestedRestriction(restriction.path[1:], restriction.capabilities))
    return replace(own, nested=(*deeper, *own.nested)) if deeper else own


def _from_record(said: Record) -> Capabilities:
    """The same terms, as properties of NavigationPropertyRestriction or DefaultCapabilities."""
    values = {term: said.get(term) for term in _TERMS if said.get(term) is not None}
    tags = {
        term: boolean(said.get(term))
        for term in ("TopSupported", "SkipSupported", "IndexableByKey")
    }
    own = _capabilities(values, tags)
    level = _members(said.get("Navigability"))
    referenceable = boolean(said.get("Referenceable"))
    return replace(
        own,
        navigable="None" not in level if level else own.navigable,
        referenceable=own.referenceable if referenceable is None else referenceable,
    )


def _capabilities(
    said: Mapping[str, Expression | None], tags: Mapping[str, bool | None]
) -> Capabilities:
    query: dict[QueryOption, bool] = {}
    for term, name, option in _FLAGGED_OPTIONS:
        about = _record(said.get(term))
        allowed = boolean(about.get(name)) if about is not None else None
        if allowed is not None:
            query[option] = allowed
    for term, option in _TAGGED_OPTIONS:
        allowed = tags.get(term)
        if allowed is not None:
            query[option] = allowed
    read = _record(said.get("ReadRestrictions"))
    by_key = _record(read.get("ReadByKeyRestrictions")) if read is not None else None
    insert = _record(said.get("InsertRestrictions"))
    update = _record(said.get("UpdateRestrictions"))
    delete = _record(said.get("DeleteRestrictions"))
    navigation = _record(said.get("NavigationRestrictions"))
    listable = _flag(read, "Readable")
    readable = _flag(by_key, "Readable")
    level = _members(navigation.get("Navigability")) if navigation is not None else ()
    return Capabilities(
        listable=listable,
        # What ReadByKeyRestrictions leaves out, ReadRestrictions decides.
        readable=listable if readable is None else readable,
        insertable=_flag(insert, "Insertable"),
        updatable=_flag(update, "Updatable"),
        update_methods=_update_methods(update),
        deletable=_flag(delete, "Deletable"),
        countable=query.get(QueryOption.COUNT),
        indexable=tags.get("IndexableByKey"),
        referenceable=_flag(navigation, "Referenceable"),
        children_navigable="None" not in level if level else None,
        query=_query(query),
        restrictions=read_restrictions(said),
        listing=_notes_or_none(read),
        reading=_by_key_notes(read, by_key),
        creating=_notes_or_none(insert),
        updating=_notes_or_none(update),
        deleting=_notes_or_none(delete),
        nested=_nested(navigation),
    )


def _record(value: Expression | None) -> Record | None:
    return value if isinstance(value, Record) else None


def _members(value: Expression | None) -> tuple[str, ...]:
    return member_names(value) or ()


def _path(value: Expression | None) -> str | None:
    """A path of any kind; a string counts, since some services write paths so."""
    return value.text if isinstance(value, Path) else text(value)


def _query(said: Mapping[QueryOption, bool]) -> tuple[tuple[QueryOption, bool], ...]:
    return tuple(sorted(said.items(), key=lambda item: item[0].value))


def _flag(about: Record | None, name: str) -> bool | None:
    return boolean(about.get(name)) if about is not None else None


def _update_methods(update: Record | None) -> tuple[HttpMethod, ...] | None:
    """UpdateMethod is a flags enumeration of PATCH and PUT; other members have no meaning here."""
    if update is None:
        return None
    named = _members(update.get("UpdateMethod"))
    found = tuple(m for m in (HttpMethod.PATCH, HttpMethod.PUT) if m.value in named)
    return found or None


def _nested(navigation: Record | None) -> tuple[NestedRestriction, ...]:
    if navigation is None:
        return ()
    found: list[NestedRestriction] = []
    for restricted in records(navigation.get("RestrictedProperties")):
        target = _path(restricted.get("NavigationProperty"))
        if target:
            found.append(NestedRestriction(tuple(target.split("/")), _from_record(restricted)))
    return tuple(found)


def _notes_or_none(about: Record | None) -> CallNotes | None:
    notes = _notes(about)
    return None if notes == NO_NOTES else notes


def _by_key_notes(read: Record | None, by_key: Record | None) -> CallNotes | None:
    """What holds for reading by key; only the words of listing do not fit it."""
    listing, reading = _notes(read), _notes(by_key)
    merged = replace(
        reading,
        grants=reading.grants or listing.grants,
        unknown_schemes=reading.unknown_schemes or listing.unknown_schemes,
        query=reading.query or listing.query,
        headers=reading.headers or listing.headers,
        span=reading.span if reading.unknown_schemes else listing.span,
    )
    return None if merged == NO_NOTES else merged


def _notes(about: Record | None) -> CallNotes:
    if about is None:
        return NO_NOTES
    grants, unknown = _grants(about.get("Permissions"))
    return CallNotes(
        description=text(about.get("Description")),
        long_description=text(about.get("LongDescription")),
        grants=grants,
        unknown_schemes=unknown,
        query=_custom(about.get("CustomQueryOptions")),
        headers=_custom(about.get("CustomHeaders")),
        span=about.span,
    )


def _custom(value: Expression | None) -> tuple[CustomParameter, ...]:
    found = (
        CustomParameter(name, boolean(one.get("Required")) is True, text(one.get("Description")))
        for one in records(value)
        if (name := text(one.get("Name")))
    )
    return tuple(found)


def _grants(value: Expression | None) -> tuple[tuple[Grant, ...], tuple[str, ...]]:
    """Permissions of the Authorization vocabulary, and the scheme names that are not known.

    Scopes are alternatives. The vocabulary ranks nothing: the one listed first is the one to ask for.
    """
    scopes: dict[Scheme, list[str]] = {}
    unknown: list[str] = []
    for permission in records(value):
        name = text(permission.get("SchemeName")) or ""
        scheme = _SCHEMES.get(name)
        if scheme is None:
            unknown.append(name)
            continue
        found = scopes.setdefault(scheme, [])
        for scope in records(permission.get("Scopes")):
            granted = text(scope.get("Scope"))
            if granted and granted not in found:
                found.append(granted)
    grants = tuple(
        Grant(scheme, tuple(scopes[scheme][:1]), tuple(sorted(scopes[scheme][1:])))
        for scheme in Scheme
        if scheme in scopes
    )
    return grants, tuple(unknown)
